//! `docs/openapi.json` is what the types say, and refers to nothing that is missing.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

#[test]
fn the_committed_document_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let committed = std::fs::read_to_string(&path).expect("docs/openapi.json");
    let current = vitrine_contract::openapi::document().expect("a document");
    assert!(
        committed.trim_end() == current.trim_end(),
        "stale: cargo run -p vitrine-contract --features openapi --bin openapi > docs/openapi.json"
    );
}

#[test]
fn every_reference_has_its_schema_and_every_schema_is_used() {
    let document = serde_json::to_value(vitrine_contract::openapi::openapi()).expect("JSON");
    let mut used = BTreeSet::new();
    references(&document, &mut used);
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    let known: BTreeSet<String> = schemas.keys().cloned().collect();
    assert_eq!(used, known);
}

#[test]
fn operations_have_names_of_their_own_and_unsafe_ones_are_repeatable() {
    let document = serde_json::to_value(vitrine_contract::openapi::openapi()).expect("JSON");
    assert_eq!(document["openapi"], "3.1.0");
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let id = operation["operationId"].as_str().expect("an id");
            assert!(ids.insert(id.to_owned()), "{id} twice");
            let empty = Vec::new();
            let names: Vec<&str> = operation["parameters"]
                .as_array()
                .unwrap_or(&empty)
                .iter()
                .filter_map(|p| p["name"].as_str())
                .collect();
            let repeatable = names.contains(&"Idempotency-Key");
            let expected = method != "get" && !path.starts_with("/api/webhooks/");
            assert_eq!(repeatable, expected, "{method} {path}");
        }
    }
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(text)) = map.get("$ref") {
                found.insert(text.trim_start_matches("#/components/schemas/").to_owned());
            }
            map.values().for_each(|v| references(v, found));
        }
        Value::Array(all) => all.iter().for_each(|v| references(v, found)),
        _ => {}
    }
}
