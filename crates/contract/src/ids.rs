//! Ids: opaque strings, one type each.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as it stands in a URL.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A product.
    ProductId;
    /// A variant of a product, the thing that is priced, stocked and bought.
    VariantId;
    /// A shopper.
    ShopperId;
    /// A shopper's address.
    AddressId;
    /// A stored means of payment.
    PaymentMethodId;
    /// A payment of an order.
    PaymentId;
    /// An order.
    OrderId;
    /// A line of an order.
    OrderLineId;
    /// A shipment of an order.
    ShipmentId;
    /// A review.
    ReviewId;
    /// An uploaded photo.
    PhotoId;
    /// A sign-in code that was sent.
    ChallengeId;
}
