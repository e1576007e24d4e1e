//! Every problem that the contract knows has a text in every language.

use vitrine_contract::ProblemCode;
use vitrine_contract::problem::FieldCode;
use vitrine_i18n::Locale;
use vitrine_i18n::strings::problem;

#[test]
fn every_problem_has_a_text_in_every_language() {
    for locale in Locale::ALL {
        for code in ProblemCode::KNOWN {
            assert!(problem::lookup(locale, code).is_some(), "{code} in {}", locale.tag());
        }
        for code in FieldCode::KNOWN {
            let key = format!("field_{code}");
            assert!(problem::lookup(locale, &key).is_some(), "{key} in {}", locale.tag());
        }
    }
}
