//! Prints the OpenAPI document.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{}", vitrine_contract::openapi::document()?);
    Ok(())
}
