use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value that survives a reload, in the browser's `localStorage`.
///
/// While a server renders it holds its default. Other tabs' changes arrive by the
/// `storage` event.
pub struct Stored<T: 'static> {
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    key: StoredValue<String>,
    value: RwSignal<T>,
}

impl<T> Clone for Stored<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Stored<T> {}

impl<T> Stored<T>
where
    T: Serialize + DeserializeOwned + Clone + PartialEq + Send + Sync + 'static,
{
    /// The value stored under `key`, or `default` when there is none or it can
    /// no longer be read.
    pub fn new(key: impl Into<String>, default: T) -> Self {
        let key = key.into();
        let value = RwSignal::new(default);
        #[cfg(target_arch = "wasm32")]
        browser::connect(key.clone(), browser::taker(value));
        Self { key: StoredValue::new(key), value }
    }

    /// The value, tracked.
    pub fn get(&self) -> T {
        self.value.get()
    }

    /// The value, untracked.
    pub fn get_untracked(&self) -> T {
        self.value.get_untracked()
    }

    /// Looks at the value, tracked, without cloning it.
    pub fn with<R>(&self, f: impl FnOnce(&T) -> R) -> R {
        self.value.with(f)
    }

    /// Looks at the value, untracked, without cloning it.
    pub fn with_untracked<R>(&self, f: impl FnOnce(&T) -> R) -> R {
        self.value.with_untracked(f)
    }

    /// A signal of the value.
    pub fn signal(&self) -> ReadSignal<T> {
        self.value.read_only()
    }

    /// Changes the value and stores it before returning.
    pub fn update(&self, f: impl FnOnce(&mut T)) {
        let Some(mut next) = self.value.try_get_untracked() else { return };
        f(&mut next);
        self.set(next);
    }

    /// Replaces the value and stores it before returning.
    pub fn set(&self, next: T) {
        #[cfg(target_arch = "wasm32")]
        self.key.try_with_value(|key| browser::write(key, crate::json::encode(&next)));
        self.value.try_set(next);
    }

    /// Takes over what is stored now, in case another tab's event is still on
    /// its way. For effects and handlers.
    pub fn refresh(&self) {
        #[cfg(target_arch = "wasm32")]
        self.key.try_with_value(|key| browser::load(key, &browser::taker(self.value)));
    }

    /// Forgets what is stored under the key; the signal keeps its value.
    pub fn forget(&self) {
        #[cfg(target_arch = "wasm32")]
        self.key.with_value(|key| browser::remove(key));
    }
}

/// What shoppers type about themselves is stored under these.
#[cfg(target_arch = "wasm32")]
const DRAFTS: [&str; 2] = ["vitrine.draft.", "vitrine.review."];

/// Forgets what was typed on this device but not sent: addresses, contacts,
/// reviews. The cart stays. For handlers.
pub fn forget_drafts() {
    #[cfg(target_arch = "wasm32")]
    browser::remove_all(&DRAFTS);
}

/// A fresh idempotency key: a random UUID.
pub fn new_key() -> String {
    #[cfg(target_arch = "wasm32")]
    {
        browser::random_uuid()
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        // A server renders, it does not act; no key is ever sent from there.
        String::new()
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::ev;
    use leptos::prelude::*;
    use serde::de::DeserializeOwned;

    use crate::json;

    /// Takes over a stored text. All else here is compiled once for all types.
    type Take = Box<dyn Fn(&str)>;

    fn storage() -> Option<web_sys::Storage> {
        web_sys::window()?.local_storage().ok()?
    }

    fn read(key: &str) -> Option<String> {
        storage()?.get_item(key).ok()?
    }

    /// Private windows and full disks refuse; the value then lives as long as
    /// the page, which the shopper is better served with than with an error.
    pub(super) fn write(key: &str, text: Option<String>) {
        let stored = text.and_then(|text| storage()?.set_item(key, &text).ok());
        if stored.is_none() {
            leptos::logging::warn!("could not store {key}");
        }
    }

    pub(super) fn remove(key: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(key);
        }
    }

    pub(super) fn remove_all(prefixes: &[&str]) {
        let Some(storage) = storage() else { return };
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok()?);
        // Their places change as keys go.
        let keys: Vec<_> = keys.collect();
        for key in keys.iter().filter(|key| prefixes.iter().any(|p| key.starts_with(p))) {
            remove(key);
        }
    }

    /// What puts a stored text into a signal, if it can be read and is another value.
    pub(super) fn taker<T>(value: RwSignal<T>) -> Take
    where
        T: DeserializeOwned + PartialEq + Send + Sync + 'static,
    {
        Box::new(move |text| {
            if let Some(stored) = json::parse(text)
                && value.try_with_untracked(|old| *old != stored) == Some(true)
            {
                value.set(stored);
            }
        })
    }

    pub(super) fn load(key: &str, take: &Take) {
        if let Some(text) = read(key) {
            take(&text);
        }
    }

    /// Takes over what is stored, now and whenever another tab changes it.
    pub(super) fn connect(key: String, take: Take) {
        load(&key, &take);
        let handle = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(key.as_str()) {
                load(&key, &take);
            }
        });
        on_cleanup(move || handle.remove());
    }

    pub(super) fn random_uuid() -> String {
        let mut bytes = [0_u8; 16];
        let filled = web_sys::window()
            .and_then(|w| w.crypto().ok())
            .and_then(|c| c.get_random_values_with_u8_array(&mut bytes).ok());
        if filled.is_none() {
            leptos::logging::error!("no random numbers in this browser");
        }
        // RFC 9562, 5.4: version 4, variant 10.
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let mut out = String::with_capacity(36);
        for (i, byte) in bytes.iter().enumerate() {
            if matches!(i, 4 | 6 | 8 | 10) {
                out.push('-');
            }
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
        out
    }
}
