use leptos::prelude::*;
use vitrine_contract::FieldError;
use vitrine_contract::addresses::AddressFields;
use vitrine_contract::validate;

use super::faults::{clear_fault, fault_at, field_id};
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::ui::{Button, ButtonKind, ButtonSize, TextField};

/// The fields of an address by their names on the wire, in the order shown.
pub const ADDRESS_FIELDS: [&str; 6] = ["name", "phone", "region", "city", "street", "postal_code"];

/// Sets the field of that name.
pub fn set_address_field(fields: &mut AddressFields, name: &str, text: String) {
    *match name {
        "name" => &mut fields.name,
        "phone" => &mut fields.phone,
        "region" => &mut fields.region,
        "city" => &mut fields.city,
        "street" => &mut fields.street,
        "postal_code" => &mut fields.postal_code,
        _ => return,
    } = text;
}

fn address_field(fields: &AddressFields, name: &str) -> String {
    match name {
        "name" => &fields.name,
        "phone" => &fields.phone,
        "region" => &fields.region,
        "city" => &fields.city,
        "street" => &fields.street,
        _ => &fields.postal_code,
    }
    .clone()
}

/// Where it is, in one line: from the largest to the smallest in Chinese, the
/// other way round elsewhere.
pub fn address_line(fields: &AddressFields) -> String {
    let AddressFields { region, city, street, postal_code, .. } = fields;
    let line = if street.is_ascii() {
        format!("{street}, {city}, {region} {postal_code}")
    } else {
        format!("{region}{city}{street} {postal_code}")
    };
    line.trim_end().to_owned()
}

/// What is written on a parcel. The postal code shows only to those who want it.
#[component]
pub fn AddressFieldset(
    /// Before the names in paths: `""` or `address.`.
    prefix: &'static str,
    fields: Signal<AddressFields>,
    #[prop(into)] on_edit: Callback<(&'static str, String)>,
    faults: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let l = use_locale();
    let postal = RwSignal::new(false);
    let shows_postal = memo(move || postal.get() || fields.with(|f| !f.postal_code.is_empty()));
    let field = move |name: &'static str| {
        let path = format!("{prefix}{name}");
        let (label, autocomplete, inputmode) = match name {
            "name" => (strings::account::name(l), "name", "text"),
            "phone" => (strings::account::phone(l), "tel", "tel"),
            "region" => (strings::account::region(l), "address-level1", "text"),
            "city" => (strings::account::city(l), "address-level2", "text"),
            "street" => (strings::account::street(l), "street-address", "text"),
            _ => (strings::account::postal_code(l), "postal-code", "text"),
        };
        let (edited, left) = (path.clone(), path.clone());
        // Leaving a field that was filled wrongly tells so; an empty one waits
        // for the whole form.
        let leave = move |()| {
            let fields = validate::tidy_address(&fields.get_untracked());
            if !address_field(&fields, name).is_empty() {
                let found = validate::address(&fields, prefix);
                faults.update(|all| {
                    all.retain(|f| f.path != left);
                    all.extend(found.into_iter().filter(|f| f.path == left));
                });
            }
        };
        view! {
            <div class=format!("address__{name}")>
                <TextField
                    name=field_id(&path)
                    label
                    value=Signal::derive(move || fields.with(|f| address_field(f, name)))
                    on_input=move |text: String| {
                        clear_fault(faults, &edited);
                        on_edit.run((name, text));
                    }
                    on_leave=leave
                    error=fault_at(l, faults, path)
                    autocomplete
                    inputmode
                    required={name != "postal_code"}
                    optional={name == "postal_code"}
                />
            </div>
        }
    };
    view! {
        <div class="address"><div class="address__fields">
            {ADDRESS_FIELDS[..5].iter().map(|name| field(name)).collect_view()}
            {move || {
                if shows_postal.get() {
                    field("postal_code").into_any()
                } else {
                    view! {
                        <div class="address__postal_code">
                            <Button
                                kind=ButtonKind::Quiet
                                size=ButtonSize::Small
                                on_press=move |()| postal.set(true)
                            >
                                {strings::account::add_postal_code(l)}
                            </Button>
                        </div>
                    }
                        .into_any()
                }
            }}
        </div></div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_can_be_set_and_read_by_its_name() {
        let mut fields = AddressFields::default();
        for name in ADDRESS_FIELDS {
            set_address_field(&mut fields, name, name.to_uppercase());
            assert_eq!(address_field(&fields, name), name.to_uppercase());
        }
    }

    #[test]
    fn an_address_reads_in_its_own_script() {
        let chinese = AddressFields {
            region: "浙江省".into(),
            city: "杭州市西湖区".into(),
            street: "文三路1号".into(),
            ..Default::default()
        };
        assert_eq!(address_line(&chinese), "浙江省杭州市西湖区文三路1号");
        let english = AddressFields {
            region: "Kent".into(),
            city: "Dover".into(),
            street: "1 High Street".into(),
            postal_code: "CT16 1AA".into(),
            ..Default::default()
        };
        assert_eq!(address_line(&english), "1 High Street, Dover, Kent CT16 1AA");
    }
}
