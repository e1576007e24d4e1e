use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use super::{PageData, device_seconds};
use crate::api::{self, ApiResult, Read, Reply};
use crate::reactive::{effect, memo};

/// After this a cached answer is shown at once and asked for again. In seconds.
const STALE: u64 = 30;
/// Answers that are kept; the oldest makes room.
const MOST: usize = 60;

/// The cache of what was read from the backend, by path. It keeps the texts as
/// they came: one cache and one kind of resource serve every page, and a server
/// can pass on in its page what the backend said. Errors are not kept.
#[derive(Clone, Copy)]
pub struct Queries {
    answers: RwSignal<Vec<Answer>>,
    /// Paths that are being asked for, with whoever waits to show the answer.
    asked: StoredValue<Vec<(String, Vec<Waiting>)>>,
}

struct Waiting {
    shown: RwSignal<Option<ApiResult<Reply>>>,
    /// Gone when another question has taken its place.
    question: StoredValue<()>,
}

struct Answer {
    path: String,
    /// None while it is asked for anew.
    reply: Option<Reply>,
    /// When it came, in seconds of this device.
    at: u64,
    /// Goes up whenever what is shown is no longer right.
    version: u32,
}

/// What a page reads, and whether it is there yet. What is shown stays until the
/// answer to the next question is here.
pub struct Query<T> {
    queries: Queries,
    path: Memo<String>,
    reply: RwSignal<Option<ApiResult<Reply>>>,
    answer: std::marker::PhantomData<fn() -> T>,
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Query<T> {}

impl<T: DeserializeOwned> Query<T> {
    /// The answer, tracked, once it is there.
    pub fn answer(self) -> Option<ApiResult<T>> {
        // Copied first: what looks into a signal is compiled anew for each type.
        self.reply.get().map(|told| api::decode(&told?))
    }

    /// Whether it is there, tracked.
    pub fn is_answered(self) -> bool {
        self.reply.with(Option::is_some)
    }

    /// Hears of another answer, without decoding this one.
    pub fn track(self) {
        self.reply.track();
    }

    /// Asks again.
    pub fn retry(self) {
        self.queries.invalidate(&self.path.get_untracked());
    }
}

/// Makes the cache known to everything below.
pub fn provide_queries() {
    let (answers, asked) = (RwSignal::new(Vec::new()), StoredValue::new(Vec::new()));
    provide_context(Queries { answers, asked });
}

/// The cache of the page.
pub fn use_queries() -> Queries {
    expect_context()
}

impl Queries {
    /// What is read, from the cache if it is there.
    pub fn query<T>(&self, read: impl Fn() -> Read<T> + Send + Sync + 'static) -> Query<T> {
        let path = memo(move || read().path);
        let reply = self.follow(path);
        Query { queries: *self, path, reply, answer: std::marker::PhantomData }
    }

    /// The reply to whatever is asked. It is the same code for all types.
    fn follow(self, path: Memo<String>) -> RwSignal<Option<ApiResult<Reply>>> {
        let known = path.with_untracked(|path| self.at_hand(path));
        let is_known = known.is_some();
        let reply = RwSignal::new(known);
        let mut is_first = true;
        effect(move || {
            let path = path.get();
            self.version(&path);
            if std::mem::take(&mut is_first) && is_known {
                self.refresh_if_stale(path);
            } else {
                self.ask(path, reply);
            }
        });
        reply
    }

    /// What is known at once: on a server what it has read, in the browser what came
    /// with the page or was read before.
    fn at_hand(&self, path: &str) -> Option<ApiResult<Reply>> {
        if let Some(data) = use_context::<PageData>() {
            return data.recall(path);
        }
        if let Some((reply, _)) = self.recall(path) {
            return Some(Ok(reply));
        }
        let reply = api::take_embedded(path)?;
        self.keep(path, &reply);
        Some(Ok(reply))
    }

    fn ask(self, path: String, shown: RwSignal<Option<ApiResult<Reply>>>) {
        if let Some((reply, _)) = self.recall(&path) {
            shown.set(Some(Ok(reply)));
            self.refresh_if_stale(path);
            return;
        }
        // A late answer to an earlier question is not this one's.
        let question = StoredValue::new(());
        self.fetch(path, Some(Waiting { shown, question }));
    }

    /// Asks for what a shopper may want to see next, unless that is known.
    pub fn prefetch(self, path: String) {
        if self.recall(&path).is_none() {
            self.fetch(path, None);
        }
    }

    fn refresh_if_stale(self, path: String) {
        let Some((_, at)) = self.recall(&path) else { return };
        if device_seconds().saturating_sub(at) >= STALE {
            self.fetch(path, None);
        }
    }

    /// Asks once, however many wait for it.
    fn fetch(self, path: String, waiting: Option<Waiting>) {
        let is_first = self.asked.try_update_value(|asked| {
            let known = asked.iter().position(|(one, _)| *one == path);
            let at = known.unwrap_or_else(|| {
                asked.push((path.clone(), Vec::new()));
                asked.len() - 1
            });
            asked[at].1.extend(waiting);
            known.is_none()
        });
        if is_first != Some(true) {
            return;
        }
        spawn_local(async move {
            let answer = api::fetch(path.clone()).await;
            if let Ok(reply) = &answer {
                self.keep(&path, reply);
            }
            let waiting = self.asked.try_update_value(|asked| {
                let at = asked.iter().position(|(one, _)| *one == path)?;
                Some(asked.swap_remove(at).1)
            });
            for Waiting { shown, question } in waiting.flatten().into_iter().flatten() {
                if question.try_get_value().is_some() {
                    shown.try_set(Some(answer.clone()));
                }
            }
        });
    }

    fn invalidate(&self, path: &str) {
        self.answers.update(|answers| entry(answers, path).invalidate());
    }

    /// Asks everything again.
    pub fn invalidate_all(&self) {
        self.answers.update(|answers| answers.iter_mut().for_each(Answer::invalidate));
    }

    /// Tracked.
    fn version(&self, path: &str) -> u32 {
        self.answers.with(|all| all.iter().find(|a| a.path == path).map_or(0, |a| a.version))
    }

    fn recall(&self, path: &str) -> Option<(Reply, u64)> {
        self.answers.try_with_untracked(|all| {
            let answer = all.iter().find(|answer| answer.path == path)?;
            Some((answer.reply.clone()?, answer.at))
        })?
    }

    /// Whoever shows another answer hears of it.
    fn keep(&self, path: &str, reply: &Reply) {
        if !(200..300).contains(&reply.status) {
            return;
        }
        self.answers.try_maybe_update(|answers| {
            let answer = entry(answers, path);
            answer.at = device_seconds();
            let old = answer.reply.replace(reply.clone());
            let is_news = old.is_some_and(|old| old != *reply);
            answer.version += u32::from(is_news);
            (is_news, ())
        });
    }
}

impl Answer {
    fn invalidate(&mut self) {
        self.reply = None;
        self.version += 1;
    }
}

fn entry<'a>(answers: &'a mut Vec<Answer>, path: &str) -> &'a mut Answer {
    let at = answers.iter().position(|answer| answer.path == path).unwrap_or_else(|| {
        if answers.len() >= MOST {
            answers.remove(0);
        }
        answers.push(Answer { path: path.to_owned(), reply: None, at: 0, version: 0 });
        answers.len() - 1
    });
    &mut answers[at]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache() -> (Owner, Queries) {
        let owner = Owner::new();
        owner.set();
        provide_queries();
        (owner, use_queries())
    }

    fn reply(body: &str) -> Reply {
        Reply { status: 200, body: body.into() }
    }

    fn kept(queries: &Queries, path: &str) -> Option<String> {
        queries.recall(path).map(|(reply, _)| reply.body)
    }

    #[test]
    fn only_a_different_answer_is_news() {
        let (_owner, queries) = cache();
        assert_eq!(kept(&queries, "/a"), None);
        queries.keep("/a", &reply("7"));
        queries.keep("/a", &reply("7"));
        assert_eq!((kept(&queries, "/a").as_deref(), queries.version("/a")), (Some("7"), 0));
        queries.keep("/a", &reply("8"));
        assert_eq!((kept(&queries, "/a").as_deref(), queries.version("/a")), (Some("8"), 1));
        assert_eq!(kept(&queries, "/b"), None);
    }

    #[test]
    fn an_error_is_not_kept() {
        let (_owner, queries) = cache();
        queries.keep("/a", &Reply { status: 503, body: String::new() });
        assert_eq!(kept(&queries, "/a"), None);
    }

    #[test]
    fn an_invalid_answer_is_asked_for_again() {
        let (_owner, queries) = cache();
        queries.keep("/a", &reply("1"));
        queries.invalidate("/a");
        assert_eq!((kept(&queries, "/a"), queries.version("/a")), (None, 1));
        queries.keep("/a", &reply("2"));
        assert_eq!(queries.version("/a"), 1);
        queries.invalidate_all();
        assert_eq!((kept(&queries, "/a"), queries.version("/a")), (None, 2));
    }

    #[test]
    fn the_oldest_makes_room() {
        let (_owner, queries) = cache();
        for number in 0..=MOST {
            queries.keep(&number.to_string(), &reply(""));
        }
        assert_eq!(kept(&queries, "0"), None);
        assert!(kept(&queries, "1").is_some());
    }
}
