//! Starts the storefront; everything else is in the library.

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        #[cfg(debug_assertions)]
        console_error_panic_hook::set_once();
        vitrine::browser::follow_returns();
        vitrine::browser::follow_pictures();
        vitrine::app::mount();
    }
}
