//! From a JavaScript value to a Rust one. `serde-wasm-bindgen` does the same and
//! says what is wrong with a value; nobody reads that here, and the words, the
//! number formats in them and its cache of names are a tenth of the main bundle.

use std::fmt::{self, Display};

use js_sys::{Array, Object, Reflect};
use serde::de::value::U64Deserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

pub(super) fn read<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    T::deserialize(Reader(value)).ok()
}

/// A value of another shape.
#[derive(Debug)]
struct Misshapen;

impl Display for Misshapen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of another shape")
    }
}

impl std::error::Error for Misshapen {}

impl de::Error for Misshapen {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Result<T> = std::result::Result<T, Misshapen>;

struct Reader(JsValue);

impl Reader {
    fn number(&self) -> Result<f64> {
        self.0.as_f64().ok_or(Misshapen)
    }

    fn whole(&self) -> Result<i64> {
        let number = self.number()?;
        // `as` saturates, so that what doesn't fit differs.
        let whole = number as i64;
        if whole as f64 == number { Ok(whole) } else { Err(Misshapen) }
    }

    fn positive(&self) -> Result<u64> {
        u64::try_from(self.whole()?).map_err(|_| Misshapen)
    }

    fn text(&self) -> Result<String> {
        self.0.as_string().ok_or(Misshapen)
    }

    fn items(&self) -> Result<Items> {
        let array: &Array = self.0.dyn_ref().ok_or(Misshapen)?;
        Ok(Items { array: array.clone(), next: 0 })
    }

    fn entries(&self) -> Result<Items> {
        let object: &Object = self.0.dyn_ref().ok_or(Misshapen)?;
        Ok(Items { array: Object::entries(object), next: 0 })
    }

    fn is_nothing(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }
}

macro_rules! read_by {
    ($($name:ident => $visit:ident($read:ident);)*) => {$(
        fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            visitor.$visit(self.$read()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Reader {
    type Error = Misshapen;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_nothing() {
            visitor.visit_unit()
        } else if let Some(flag) = self.0.as_bool() {
            visitor.visit_bool(flag)
        } else if let Ok(number) = self.positive() {
            visitor.visit_u64(number)
        } else if let Ok(number) = self.whole() {
            visitor.visit_i64(number)
        } else if let Ok(number) = self.number() {
            visitor.visit_f64(number)
        } else if let Ok(text) = self.text() {
            visitor.visit_string(text)
        } else if let Ok(items) = self.items() {
            visitor.visit_seq(items)
        } else {
            visitor.visit_map(Entries { entries: self.entries()?, value: JsValue::UNDEFINED })
        }
    }

    read_by! {
        deserialize_i8 => visit_i64(whole);
        deserialize_i16 => visit_i64(whole);
        deserialize_i32 => visit_i64(whole);
        deserialize_i64 => visit_i64(whole);
        deserialize_u8 => visit_u64(positive);
        deserialize_u16 => visit_u64(positive);
        deserialize_u32 => visit_u64(positive);
        deserialize_u64 => visit_u64(positive);
        deserialize_f32 => visit_f64(number);
        deserialize_f64 => visit_f64(number);
        deserialize_str => visit_string(text);
        deserialize_string => visit_string(text);
        deserialize_identifier => visit_string(text);
        deserialize_seq => visit_seq(items);
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_bool(self.0.as_bool().ok_or(Misshapen)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_nothing() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_map(Entries { entries: self.entries()?, value: JsValue::UNDEFINED })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        if !self.0.is_object() {
            return Err(Misshapen);
        }
        visitor.visit_map(Fields { object: self.0, names, next: 0, value: JsValue::UNDEFINED })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        if self.0.is_string() {
            return visitor.visit_enum(Variant { name: self.0, value: JsValue::UNDEFINED });
        }
        let entry: Array = self.entries()?.array.get(0).dyn_into().map_err(|_| Misshapen)?;
        visitor.visit_enum(Variant { name: entry.get(0), value: entry.get(1) })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple_struct
    }
}

struct Items {
    array: Array,
    next: u32,
}

impl Items {
    fn next(&mut self) -> Option<JsValue> {
        let at = self.next;
        self.next += 1;
        (at < self.array.length()).then(|| self.array.get(at))
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Misshapen;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        self.next().map(|item| seed.deserialize(Reader(item))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.array.length() as usize)
    }
}

/// Whatever an object has.
struct Entries {
    entries: Items,
    value: JsValue,
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Misshapen;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some(entry) = self.entries.next() else { return Ok(None) };
        let entry: Array = entry.unchecked_into();
        self.value = entry.get(1);
        seed.deserialize(Reader(entry.get(0))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        seed.deserialize(Reader(std::mem::take(&mut self.value)))
    }
}

/// The fields that a struct has, each by its number there: no name is compared.
struct Fields {
    object: JsValue,
    names: &'static [&'static str],
    next: usize,
    value: JsValue,
}

impl Fields {
    fn next(&mut self) -> Option<u64> {
        loop {
            let name = self.names.get(self.next)?;
            self.next += 1;
            self.value = Reflect::get(&self.object, &JsValue::from_str(name)).ok()?;
            if !self.value.is_undefined() {
                return Some(self.next as u64 - 1);
            }
        }
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Misshapen;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some(number) = self.next() else { return Ok(None) };
        let number: U64Deserializer<Misshapen> = number.into_deserializer();
        seed.deserialize(number).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        seed.deserialize(Reader(std::mem::take(&mut self.value)))
    }
}

struct Variant {
    name: JsValue,
    value: JsValue,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Misshapen;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self)> {
        Ok((seed.deserialize(Reader(self.name.clone()))?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Misshapen;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        seed.deserialize(Reader(self.value))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value> {
        Reader(self.value).deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        Reader(self.value).deserialize_struct("", names, visitor)
    }
}
