//! The shopper's own: addresses, means of payment, settings.

mod address_dialog;
mod address_draft;
mod address_fields;
mod addresses;
mod card_dialog;
mod faults;
mod page;
mod payment_methods;
mod settings;

pub use address_fields::{ADDRESS_FIELDS, AddressFieldset, address_line, set_address_field};
pub use faults::{clear_fault, fault_at, field_id, go_to_field, scroll_to};
pub use page::AccountPage;
