//! From a Rust value to JSON text.

use std::fmt::{self, Display};

use serde::Serialize;
use serde::ser::{
    self, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, Serializer,
};

pub(super) fn write<T: Serialize>(value: &T) -> Option<String> {
    let mut writer = Writer { out: String::new() };
    value.serialize(&mut writer).ok()?;
    Some(writer.out)
}

/// Something that JSON has no form for, or that the shop never sends.
#[derive(Debug)]
struct Unwritable;

impl Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no value for JSON")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Result<T> = std::result::Result<T, Unwritable>;

struct Writer {
    out: String,
}

impl Writer {
    fn text(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.out.extend(['\\', c]),
                ' '.. => self.out.push(c),
                _ => {
                    let digit = |n: u32| char::from_digit(n, 16).unwrap_or('0');
                    let code = u32::from(c);
                    self.out.push_str("\\u00");
                    self.out.extend([digit(code >> 4), digit(code & 15)]);
                }
            }
        }
        self.out.push('"');
    }

    fn put(&mut self, text: &str) -> Result<()> {
        self.out.push_str(text);
        Ok(())
    }

    /// `{"name":`, to be closed by the caller.
    fn variant(&mut self, name: &str) {
        self.out.push('{');
        self.text(name);
        self.out.push(':');
    }
}

/// An array or an object, and what closes it.
struct Open<'w> {
    writer: &'w mut Writer,
    first: bool,
    end: &'static str,
}

impl<'w> Open<'w> {
    fn new(writer: &'w mut Writer, start: &str, end: &'static str) -> Result<Self> {
        writer.out.push_str(start);
        Ok(Self { writer, first: true, end })
    }

    fn comma(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.writer.out.push(',');
        }
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.comma();
        value.serialize(&mut *self.writer)
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<()> {
        self.comma();
        self.writer.text(name);
        self.writer.out.push(':');
        value.serialize(&mut *self.writer)
    }

    fn close(self) -> Result<()> {
        self.writer.put(self.end)
    }
}

macro_rules! write_number {
    ($($name:ident($kind:ty);)*) => {$(
        fn $name(self, number: $kind) -> Result<()> {
            self.put(&number.to_string())
        }
    )*};
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Open<'w>;
    type SerializeTuple = Open<'w>;
    type SerializeTupleStruct = Open<'w>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Open<'w>;
    type SerializeStruct = Open<'w>;
    type SerializeStructVariant = Open<'w>;

    write_number! {
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
    }

    fn serialize_bool(self, value: bool) -> Result<()> {
        self.put(if value { "true" } else { "false" })
    }

    // The shop counts in whole numbers; formatting others costs 5 KB.
    fn serialize_f32(self, _: f32) -> Result<()> {
        Err(Unwritable)
    }

    fn serialize_f64(self, _: f64) -> Result<()> {
        Err(Unwritable)
    }

    fn serialize_char(self, value: char) -> Result<()> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<()> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<()> {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Result<()> {
        self.put("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        self.put("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<()> {
        self.put("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<()> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        self.variant(name);
        value.serialize(&mut *self)?;
        self.put("}")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'w>> {
        Open::new(self, "[", "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'w>> {
        Open::new(self, "[", "]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Open<'w>> {
        Open::new(self, "[", "]")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Unwritable>> {
        Err(Unwritable)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'w>> {
        Open::new(self, "{", "}")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'w>> {
        Open::new(self, "{", "}")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Open<'w>> {
        self.variant(name);
        Open::new(self, "{", "}}")
    }
}

macro_rules! open {
    ($($access:ident::$add:ident;)*) => {$(
        impl $access for Open<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
                self.item(value)
            }

            fn end(self) -> Result<()> {
                self.close()
            }
        }
    )*};
}

open! {
    SerializeSeq::serialize_element;
    SerializeTuple::serialize_element;
    SerializeTupleStruct::serialize_field;
}

macro_rules! open_object {
    ($($access:ident;)*) => {$(
        impl $access for Open<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<()> {
                self.field(name, value)
            }

            fn end(self) -> Result<()> {
                self.close()
            }
        }
    )*};
}

open_object! {
    SerializeStruct;
    SerializeStructVariant;
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Unwritable;

    // The shop's keys are texts.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.item(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.writer.out.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};

    use super::write;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Inner {
        a: i64,
        b: bool,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "kind", rename_all = "snake_case")]
    enum Tagged {
        Plain,
        Full {
            #[serde(flatten)]
            inner: Inner,
            more: Vec<Option<String>>,
        },
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    enum Untagged {
        Unit,
        New(u8),
        Named { x: (u32, char) },
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Whole {
        tagged: Vec<Tagged>,
        variants: Vec<Untagged>,
        #[serde(flatten)]
        inner: Inner,
        nothing: (),
    }

    fn inner() -> impl Strategy<Value = Inner> {
        (any::<i64>(), any::<bool>()).prop_map(|(a, b)| Inner { a, b })
    }

    fn tagged() -> impl Strategy<Value = Tagged> {
        let more = proptest::collection::vec(proptest::option::of(".{0,12}"), 0..3);
        prop_oneof![
            Just(Tagged::Plain),
            (inner(), more).prop_map(|(inner, more)| Tagged::Full { inner, more }),
        ]
    }

    fn variant() -> impl Strategy<Value = Untagged> {
        prop_oneof![
            Just(Untagged::Unit),
            any::<u8>().prop_map(Untagged::New),
            any::<(u32, char)>().prop_map(|x| Untagged::Named { x }),
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_by_another(
            tagged in proptest::collection::vec(tagged(), 0..3),
            variants in proptest::collection::vec(variant(), 0..3),
            inner in inner(),
        ) {
            let whole = Whole { tagged, variants, inner, nothing: () };
            let text = write(&whole).expect("JSON");
            let read: Whole = serde_json::from_str(&text).expect("JSON that another reads");
            prop_assert_eq!(read, whole);
        }
    }
}
