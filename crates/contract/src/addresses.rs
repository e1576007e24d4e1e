//! Addresses of shoppers.

use serde::{Deserialize, Serialize};

use crate::AddressId;

/// A stored address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Address {
    /// The address.
    pub id: AddressId,
    /// Counts the changes; `ETag` and `If-Match` are `"<version>"`.
    pub version: u32,
    /// Whether orders go here unless said otherwise.
    pub is_default: bool,
    /// What is written on the parcel.
    #[serde(flatten)]
    pub fields: AddressFields,
}

/// What is written on a parcel. `POST /api/addresses` and
/// `PUT /api/addresses/{id}` take [`SaveAddress`].
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddressFields {
    /// Who receives it, at most 60 characters.
    pub name: String,
    /// Digits, spaces, `+` and `-`; 5 to 20 of them.
    pub phone: String,
    /// Province, municipality or state, for example `浙江省`.
    pub region: String,
    /// City and district, for example `杭州市西湖区`.
    pub city: String,
    /// Street, house, room; at most 200 characters.
    pub street: String,
    /// Postal code; may be empty.
    #[serde(default)]
    pub postal_code: String,
}

/// Body of `POST /api/addresses` and `PUT /api/addresses/{id}` (with `If-Match`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SaveAddress {
    /// What is written on the parcel.
    #[serde(flatten)]
    pub fields: AddressFields,
    /// Send orders here unless said otherwise. The first address always is the default.
    #[serde(default)]
    pub is_default: bool,
}
