//! Photos on their way from the shopper's device into the draft.

use std::collections::HashMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::reviews::PHOTOS_MAX;

use super::draft::{Draft, Photo};
use crate::api::uploads::{Sending, Watch, upload_photo};
use crate::api::{ApiError, ApiResult};
use crate::browser::images::{PictureBytes, PictureFile, forget_preview, preview, shrink};
use crate::state::{Stored, new_key};

/// A photo that is not in the draft yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// Counts up.
    pub id: u32,
    /// How far it is.
    pub stage: Stage,
    /// Shows it on this page.
    pub preview: Option<String>,
}

/// How far a photo is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// It is being shrunk, or waits for that.
    Preparing,
    /// The part that is sent, 0 to 1.
    Sending(f64),
    /// It can't be read as a picture.
    Unreadable,
    /// It was not sent.
    Failed(ApiError),
}

impl Stage {
    /// Whether it is still at work.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Preparing | Self::Sending(_))
    }
}

/// What is kept of a photo to send it, and to send it again.
struct Kept {
    bytes: PictureBytes,
    key: String,
    _sending: Option<Sending>,
}

/// The photos on their way. Files are shrunk one after another, since each
/// takes a good part of a phone's memory, and sent as soon as they are ready.
#[derive(Clone, Copy)]
pub struct Uploads {
    pending: RwSignal<Vec<Pending>>,
    draft: Stored<Draft>,
    kept: StoredValue<HashMap<u32, Kept>, LocalStorage>,
    next: StoredValue<u32>,
}

impl Uploads {
    /// Photos for a draft.
    pub fn new(draft: Stored<Draft>) -> Self {
        let uploads = Self {
            pending: RwSignal::new(Vec::new()),
            draft,
            kept: StoredValue::new_local(HashMap::new()),
            next: StoredValue::new(0),
        };
        on_cleanup(move || {
            uploads.pending.with_untracked(|all| {
                all.iter().filter_map(|one| one.preview.as_deref()).for_each(forget_preview);
            });
        });
        uploads
    }

    /// The photos on their way, tracked.
    pub fn pending(&self) -> Vec<Pending> {
        self.pending.get()
    }

    /// A photo's stage, tracked; `None` once it has arrived or is gone.
    pub fn stage(&self, id: u32) -> Option<Stage> {
        self.pending.with(|all| all.iter().find(|one| one.id == id).map(|one| one.stage.clone()))
    }

    /// Whether any is still at work, tracked.
    pub fn are_busy(&self) -> bool {
        self.pending.with(|all| all.iter().any(|one| one.stage.is_busy()))
    }

    /// Photos that still fit, tracked.
    pub fn room(&self) -> usize {
        let taken = self.draft.with(|draft| draft.photos.len());
        room(taken, self.pending.with(Vec::len))
    }

    /// Takes files. Returns whether all of them fit.
    pub fn add(self, files: Vec<PictureFile>) -> bool {
        let fitting = untrack(|| self.room());
        let complete = files.len() <= fitting;
        let accepted: Vec<_> = files
            .into_iter()
            .take(fitting)
            .map(|file| {
                let id = self.next.get_value();
                self.next.set_value(id + 1);
                (id, file)
            })
            .collect();
        self.pending.update(|all| {
            let new =
                |(id, _): &(u32, _)| Pending { id: *id, stage: Stage::Preparing, preview: None };
            all.extend(accepted.iter().map(new));
        });
        spawn_local(async move {
            for (id, file) in accepted {
                let shrunk = shrink(&file).await;
                // Taken away meanwhile, or the page is left.
                if !self.is_wanted(id) {
                    continue;
                }
                match shrunk {
                    Ok(bytes) => {
                        let shown = preview(&bytes);
                        self.change(id, |one| one.preview = shown);
                        self.send(id, bytes, new_key());
                    }
                    Err(_) => self.change(id, |one| one.stage = Stage::Unreadable),
                }
            }
        });
        complete
    }

    /// Sends a photo again: the same bytes under the same key.
    pub fn retry(self, id: u32) {
        let kept = self.kept.try_update_value(|all| all.remove(&id)).flatten();
        if let Some(kept) = kept {
            self.send(id, kept.bytes, kept.key);
        }
    }

    /// Takes a photo away that has not arrived, calling its upload off.
    pub fn remove(self, id: u32) {
        self.kept.try_update_value(|all| all.remove(&id));
        self.pending.try_update(|all| {
            if let Some(index) = all.iter().position(|one| one.id == id)
                && let Some(shown) = all.remove(index).preview
            {
                forget_preview(&shown);
            }
        });
    }

    fn send(self, id: u32, bytes: PictureBytes, key: String) {
        self.change(id, |one| one.stage = Stage::Sending(0.0));
        let watch = Watch {
            on_progress: Box::new(move |part| {
                self.change(id, |one| one.stage = Stage::Sending(part));
            }),
            on_end: Box::new(move |answer| self.ended(id, answer.map(Photo::from))),
        };
        let sending = upload_photo(&bytes, &key, watch);
        let (sending, error) = match sending {
            Ok(sending) => (Some(sending), None),
            Err(error) => (None, Some(error)),
        };
        self.kept.try_update_value(|all| {
            all.insert(id, Kept { bytes, key, _sending: sending });
        });
        if let Some(error) = error {
            self.change(id, |one| one.stage = Stage::Failed(error));
        }
    }

    fn ended(self, id: u32, answer: ApiResult<Photo>) {
        match answer {
            Ok(photo) => {
                self.draft.update(|draft| draft.photos.push(photo));
                self.remove(id);
            }
            Err(error) => self.change(id, |one| one.stage = Stage::Failed(error)),
        }
    }

    fn is_wanted(self, id: u32) -> bool {
        self.pending.try_with_untracked(|all| all.iter().any(|one| one.id == id)) == Some(true)
    }

    fn change(self, id: u32, f: impl FnOnce(&mut Pending)) {
        self.pending.try_update(|all| {
            if let Some(one) = all.iter_mut().find(|one| one.id == id) {
                f(one);
            }
        });
    }
}

fn room(arrived: usize, pending: usize) -> usize {
    PHOTOS_MAX.saturating_sub(arrived + pending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_its_way_takes_room() {
        assert_eq!(room(0, 0), PHOTOS_MAX);
        assert_eq!(room(4, 3), 2);
        assert_eq!(room(9, 2), 0);
    }

    #[test]
    fn only_work_under_way_is_waited_for() {
        assert!(Stage::Preparing.is_busy() && Stage::Sending(0.5).is_busy());
        assert!(!Stage::Unreadable.is_busy() && !Stage::Failed(ApiError::Network).is_busy());
    }
}
