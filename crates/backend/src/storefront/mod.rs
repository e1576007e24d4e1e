//! The built storefront.

use std::path::Path;

/// The built storefront.
pub struct Storefront {}

impl Storefront {
    /// Reads the folder.
    pub fn open(_folder: &Path) -> Self {
        Self {}
    }
}

/// To be filled.
pub async fn serve() -> crate::error::AppError {
    crate::error::AppError::not_found("page")
}
