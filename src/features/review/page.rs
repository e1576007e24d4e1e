use std::sync::Arc;

use crate::features::head::Title;
use leptos::prelude::*;
use vitrine_contract::orders::{Order, OrderLine, ReviewState};
use vitrine_contract::{OrderId, OrderLineId};

use super::form::ReviewForm;
use super::sent::Sent;
use crate::api::{self, ApiResult};
use crate::features::errors::{ApiErrorView, NotFoundPage};
use crate::features::load::Load;
use crate::features::pictures::picture_source;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::ui::{
    EmptyState, Glyph, LinkButton, Loading, PageHeader, Picture, PictureSource, Skeleton,
    SkeletonShape,
};

/// `/orders/{id}/review/{line}`.
#[component]
pub fn ReviewPage(id: OrderId, line: OrderLineId) -> impl IntoView {
    let l = use_locale();
    let back = Route::Order { id: id.clone(), key: None }.href();
    let asked = id.clone();
    let order = Load::new(move || Some(api::orders::order(l, &asked, None)));
    let retry = Callback::new(move |()| order.refetch());
    // Published just now; the line's state is not asked for again.
    let sent = RwSignal::new(None);
    view! {
        <Title text=strings::review::write_title(l) />
        <div class="review-page">
            {move || {
                let answer = order.answer().map(|answer| answer.map(Arc::new));
                match sent.get() {
                    Some(review) => view! { <Sent review line=line.clone() order=answer /> }.into_any(),
                    None => {
                        view! {
                            <PageHeader
                                title=strings::review::write_title(l)
                                back=(back.clone(), strings::review::back_to_order(l).to_owned())
                            />
                            {body(l, answer, &line, retry, sent)}
                        }
                            .into_any()
                    }
                }
            }}
        </div>
    }
    .into_any()
}

fn body(
    l: Locale,
    order: Option<ApiResult<Arc<Order>>>,
    line: &OrderLineId,
    retry: Callback<()>,
    sent: RwSignal<Option<vitrine_contract::reviews::Review>>,
) -> AnyView {
    let order = match order {
        None => return skeleton(),
        Some(Err(error)) => return view! { <ApiErrorView error on_retry=retry /> }.into_any(),
        Some(Ok(order)) => order,
    };
    let Some(line) = order.lines.iter().find(|own| own.id == *line) else {
        return view! { <NotFoundPage /> }.into_any();
    };
    let reviews = Route::product(&line.slug).href() + "#reviews";
    let way_out = view! { <LinkButton href=reviews>{strings::review::see_reviews(l)}</LinkButton> };
    let (title, text) = match line.review {
        ReviewState::Written => {
            (strings::review::already_title(l), strings::review::already_text(l))
        }
        ReviewState::NotYet => {
            (strings::review::not_yet_title(l), strings::review::not_yet_text(l))
        }
        ReviewState::Impossible => {
            (strings::review::impossible_title(l), strings::review::impossible_text(l))
        }
        // Unknown states of a newer backend: let it decide.
        ReviewState::Possible | ReviewState::Other(_) => {
            return view! {
                {subject(line)}
                <ReviewForm order=order.id.clone() line=line.id.clone() sent />
            }
            .into_any();
        }
    };
    view! {
        {subject(line)}
        <EmptyState glyph=Glyph::Message title text>
            {way_out}
        </EmptyState>
    }
    .into_any()
}

/// What is reviewed.
fn subject(line: &OrderLine) -> impl IntoView + use<> {
    let source = PictureSource { alt: String::new(), ..picture_source(&line.picture) };
    view! {
        <div class="review-form__product">
            <Picture source sizes="4rem" />
            <div>
                <p>{line.title.clone()}</p>
                <p>{line.variant_name.clone()}</p>
            </div>
        </div>
    }
}

fn skeleton() -> AnyView {
    view! {
        <Loading>
            <Skeleton shape=SkeletonShape::Row />
            <Skeleton shape=SkeletonShape::Title />
            <Skeleton shape=SkeletonShape::Row lines=4 />
            <Skeleton shape=SkeletonShape::Button />
        </Loading>
    }
    .into_any()
}
