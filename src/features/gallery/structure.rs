use leptos::prelude::*;

use super::samples::{drawing, yuan};
use super::specimen::specimen;
use crate::i18n::{strings, use_locale};
use crate::ui::markup::html;
use crate::ui::{
    Badge, Button, ButtonKind, Dialog, Disclosure, Each, Glyph, Icon, ListRow, Picture, Price,
    Sheet, StepState, TabBarState, Timeline, TimelineStep, Tone, breadcrumb, page_header,
    tab_bar_item,
};

/// What holds other things, and leads from one to the next.
pub fn specimens() -> AnyView {
    view! {
        {specimen("Dialog, Sheet", dialogs())}
        {specimen("Disclosure", disclosures())}
        {specimen("ListRow", list_rows())}
        {specimen("Each", each())}
        {specimen("Timeline", timelines())}
        {specimen("PageHeader, page_header, breadcrumb", headers())}
        {specimen("tab_bar_item", tab_bar_items())}
    }
    .into_any()
}

fn dialogs() -> AnyView {
    let l = use_locale();
    let (dialog, sheet) = (RwSignal::new(false), RwSignal::new(false));
    let title = strings::account::delete_card_title(l);
    view! {
        <div class="cluster">
            <Button on_press=move |()| dialog.set(true)>"Dialog"</Button>
            <Button on_press=move |()| sheet.set(true)>"Sheet"</Button>
        </div>
        <Dialog open=dialog on_close=move |()| dialog.set(false) title=title.to_owned()>
            <p>{strings::account::delete_card_text(l, "4242")}</p>
            <div class="dialog__footer">
                <Button on_press=move |()| dialog.set(false)>{strings::account::cancel(l)}</Button>
                <Button kind=ButtonKind::Danger on_press=move |()| dialog.set(false)>
                    {strings::account::delete(l)}
                </Button>
            </div>
        </Dialog>
        <Sheet open=sheet on_close=move |()| sheet.set(false) title=strings::catalog::filters(l).to_owned()>
            <p>{strings::catalog::nothing_found_text(l)}</p>
            <div class="dialog__footer">
                <Button kind=ButtonKind::Primary on_press=move |()| sheet.set(false)>
                    {strings::catalog::apply(l)}
                </Button>
            </div>
        </Sheet>
    }
    .into_any()
}

fn disclosures() -> AnyView {
    let l = use_locale();
    view! {
        <Disclosure summary=strings::orders::payment(l)>{strings::orders::pay_courier(l)}</Disclosure>
        <Disclosure summary=strings::cart::delivery(l) open=true>{strings::cart::free(l)}</Disclosure>
    }
    .into_any()
}

fn list_rows() -> AnyView {
    let l = use_locale();
    let (title, text) = (strings::gallery::sample_title(l), strings::catalog::in_stock(l));
    let picture = view! { <Picture source=drawing(l, "a9b7c6") sizes="4rem" /> }.into_any();
    let badge = view! { <Badge text=strings::account::default(l) tone=Tone::Good /> }.into_any();
    view! {
        <div class="rows">
            <ListRow title />
            <ListRow title text href="#row" lead=view! { <Icon glyph=Glyph::Parcel /> }.into_any() />
            <ListRow
                title=strings::gallery::sample_long_title(l)
                text
                lead=picture
                trail=view! { <Price amount=yuan(4_590) /> }.into_any()
            >
                <p>{strings::orders::pay_courier(l)}</p>
            </ListRow>
            <ListRow title trail=badge />
        </div>
    }
    .into_any()
}

fn each() -> AnyView {
    let l = use_locale();
    let rows = RwSignal::new(vec![1_u32, 2]);
    let title = strings::gallery::sample_title(l);
    let remove = move |row: u32| rows.update(|rows| rows.retain(|one| *one != row));
    view! {
        <div class="cluster">
            <Button on_press=move |()| {
                rows.update(|rows| rows.push(rows.iter().max().unwrap_or(&0) + 1));
            }>{strings::ui::increase(l)}</Button>
        </div>
        <div class="rows">
            <Each items=move || rows.get() key=|row| *row let:row>
                {
                    let trail = view! {
                        <Button kind=ButtonKind::Quiet on_press=move |()| remove(row)>
                            {strings::account::delete(l)}
                        </Button>
                    };
                    view! { <ListRow title=format!("{title} {row}") trail=trail.into_any() /> }
                }
            </Each>
        </div>
    }
    .into_any()
}

fn timelines() -> AnyView {
    let l = use_locale();
    let step = |state: StepState, title: &str| TimelineStep {
        state,
        title: title.to_owned(),
        ..Default::default()
    };
    let steps = vec![
        TimelineStep {
            at: Some("2026-01-05T09:30:00+08:00".into()),
            time: Some("09:30".into()),
            ..step(StepState::Done, strings::tracking::step_placed(l))
        },
        TimelineStep {
            time: Some("12:10".into()),
            place: Some(strings::gallery::sample_city(l).to_owned()),
            words: Some("快件已到达北京转运中心".into()),
            language: Some("zh-Hans".into()),
            ..step(StepState::Problem, strings::tracking::step_delayed(l))
        },
        step(StepState::Current, strings::tracking::step_out_for_delivery(l)),
        step(StepState::Todo, strings::tracking::todo_delivered(l)),
    ];
    view! { <Timeline label=strings::tracking::timeline(l) steps quiet=true /> }.into_any()
}

/// The gallery's own header is a `PageHeader` with everything.
fn headers() -> AnyView {
    let l = use_locale();
    let trail = [
        ("#home".to_owned(), strings::shell::home(l).to_owned()),
        ("#list".to_owned(), strings::shell::categories(l).to_owned()),
    ];
    let text = html! {
        (breadcrumb(strings::catalog::categories(l), &trail, strings::gallery::sample_title(l)))
        (page_header(strings::catalog::all_products(l)))
    };
    view! { <div inner_html=text.into_string()></div> }.into_any()
}

fn tab_bar_items() -> AnyView {
    let l = use_locale();
    let (home, cart) = (strings::shell::home(l), strings::cart::title(l));
    let here = |top| TabBarState { current: true, badge: None, top };
    let waiting = |top| TabBarState { current: false, badge: Some("3".to_owned()), top };
    let text = html! {
        @for top in [false, true] {
            (tab_bar_item("#home", home, Glyph::Home, &here(top)))
            (tab_bar_item("#cart", cart, Glyph::Cart, &waiting(top)))
        }
    };
    view! { <div class="cluster" inner_html=text.into_string()></div> }.into_any()
}
