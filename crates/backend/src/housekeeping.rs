//! Forgets what is no longer needed, every hour.

use std::time::Duration;

use crate::demo::forgetting;
use crate::error::AppResult;
use crate::identity::sign_in;
use crate::media::uploads;
use crate::state::AppState;

const PAUSE: Duration = Duration::from_secs(3_600);

/// Begins; ends with `state.shutdown`.
pub fn spawn(state: &AppState) {
    let state = state.clone();
    tokio::spawn(async move {
        loop {
            if let Err(err) = tidy_up(&state).await {
                tracing::error!(error = &err as &dyn std::error::Error, "could not tidy up");
            }
            tokio::select! {
                () = tokio::time::sleep(PAUSE) => {}
                () = state.shutdown.cancelled() => return,
            }
        }
    });
}

/// Forgets ended sessions, old codes, uploads that nobody used, and idle demo shoppers.
pub async fn tidy_up(state: &AppState) -> AppResult<()> {
    sign_in::forget_old(&state.db.write, state.now()).await?;
    let forgotten = uploads::forget_orphans(state).await?;
    if forgotten > 0 {
        tracing::info!(forgotten, "forgot uploads that no review named");
    }
    let forgotten = forgetting::forget_idle(state).await?;
    if forgotten > 0 {
        tracing::info!(forgotten, "forgot idle demo shoppers");
    }
    Ok(())
}
