//! A page that is left. To take it out of the document is work, which the next page's
//! first frame need not wait for: until then it stays, where nobody finds it.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// Neither seen nor reached, and without a place of its own; what was laid out stays so,
/// since to forget that is work, too.
const UNSEEN: &str =
    "display:block;position:absolute;width:0;height:0;contain:strict;content-visibility:hidden";

/// What has been left, and is still in the document.
pub struct Left(Vec<Node>);

/// Hides all that stands in `place`.
pub fn leave(place: &Element) -> Left {
    let nodes = place.child_nodes();
    let left: Vec<Node> = (0..nodes.length()).filter_map(|at| nodes.item(at)).collect();
    for element in left.iter().filter_map(|node| node.dyn_ref::<HtmlElement>()) {
        HtmlElement::style(element).set_css_text(UNSEEN);
    }
    Left(left)
}

impl Left {
    /// The first of it: what is new belongs before it, so that whoever looks for something
    /// in the document finds that first.
    pub fn first(&self) -> Option<&Node> {
        self.0.first()
    }

    /// Takes out of the document what is still there.
    pub fn remove(self) {
        for node in self.0 {
            if let Some(parent) = node.parent_node() {
                // Its parent's child, so this cannot fail.
                let _ = parent.remove_child(&node);
            }
        }
    }
}
