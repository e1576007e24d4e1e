//! What a server reads for a page before it renders it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::api::{ApiResult, Reply};

/// What a server has read for the page that it renders, and what the page still
/// lacks; put into context by whoever renders.
#[derive(Clone, Default)]
pub struct PageData(Arc<Mutex<Reading>>);

#[derive(Default)]
struct Reading {
    answers: Vec<(String, ApiResult<Reply>)>,
    lacking: Vec<String>,
}

impl PageData {
    fn inner(&self) -> MutexGuard<'_, Reading> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The answer, or a note that it is lacking.
    pub(super) fn recall(&self, path: &str) -> Option<ApiResult<Reply>> {
        let mut inner = self.inner();
        let found = inner.answers.iter().find(|(known, _)| known == path);
        let found = found.map(|(_, answer)| answer.clone());
        if found.is_none() {
            inner.lacking.push(path.to_owned());
        }
        found
    }

    /// The paths that a rendering has asked for in vain since the last call.
    pub fn take_lacking(&self) -> Vec<String> {
        std::mem::take(&mut self.inner().lacking)
    }

    /// What is found at a path, for the next rendering.
    pub fn keep(&self, path: String, answer: ApiResult<Reply>) {
        self.inner().answers.push((path, answer));
    }

    /// Path and text of every answer that is none of an error.
    pub fn texts(&self) -> Vec<(String, String)> {
        let inner = self.inner();
        let texts = inner.answers.iter().filter_map(|(path, answer)| {
            let reply = answer.as_ref().ok().filter(|reply| reply.status == 200)?;
            Some((path.clone(), reply.body.clone()))
        });
        texts.collect()
    }
}
