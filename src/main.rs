//! Mounts the storefront; everything else is in the library.

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        #[cfg(debug_assertions)]
        console_error_panic_hook::set_once();
        vitrine::browser::follow_returns();
        #[cfg(feature = "csr")]
        vitrine::app::mount();
        #[cfg(all(feature = "hydrate", not(feature = "csr")))]
        leptos::mount::hydrate_body(vitrine::App);
    }
}
