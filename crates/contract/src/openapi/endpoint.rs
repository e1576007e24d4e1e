//! How an endpoint is described, with what all of them share.

use std::collections::BTreeMap;

use utoipa::ToSchema;
use utoipa::openapi::path::{Operation, Parameter, ParameterIn};
use utoipa::openapi::request_body::RequestBody;
use utoipa::openapi::schema::{KnownFormat, Schema, SchemaFormat, SchemaType, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{
    Content, Header, HttpMethod, ObjectBuilder, Paths, Ref, RefOr, Required, Response, Responses,
};

use crate::{IDEMPOTENCY_KEY, List, Problem, ProblemCode};

/// The schemas that the endpoints use, by name.
pub(super) type Schemas = BTreeMap<String, RefOr<Schema>>;

/// An endpoint of the contract.
pub(super) struct Endpoint {
    method: HttpMethod,
    path: &'static str,
    operation: Operation,
    schemas: Schemas,
    problems: Vec<ProblemCode>,
}

impl Endpoint {
    pub fn new(method: HttpMethod, path: &'static str, tag: &str, id: &str, about: &str) -> Self {
        let mut operation = Operation::new();
        operation.tags = Some(vec![tag.to_owned()]);
        operation.operation_id = Some(id.to_owned());
        operation.summary = Some(about.to_owned());
        let mut endpoint =
            Self { method, path, operation, schemas: Schemas::new(), problems: Vec::new() };
        for name in placeholders(path) {
            endpoint = endpoint.parameter(name, ParameterIn::Path, place(name), text(), true);
        }
        endpoint
    }

    pub fn get(path: &'static str, tag: &str, id: &str, about: &str) -> Self {
        Self::new(HttpMethod::Get, path, tag, id, about)
    }

    /// An unsafe endpoint of the storefront: repeatable by its key.
    pub fn unsafe_(
        method: HttpMethod,
        path: &'static str,
        tag: &str,
        id: &str,
        about: &str,
    ) -> Self {
        Self::new(method, path, tag, id, about)
            .parameter(
                IDEMPOTENCY_KEY,
                ParameterIn::Header,
                "Makes the request repeatable: a UUID, at most 255 characters, kept at least 24 h.",
                text(),
                true,
            )
            .problems(&[
                ProblemCode::IdempotencyKeyRequired,
                ProblemCode::IdempotencyKeyReused,
                ProblemCode::RequestInProgress,
            ])
    }

    fn parameter(
        mut self,
        name: &str,
        place: ParameterIn,
        about: &str,
        schema: impl Into<RefOr<Schema>>,
        required: bool,
    ) -> Self {
        let mut parameter = Parameter::new(name);
        parameter.parameter_in = place;
        parameter.required = if required { Required::True } else { Required::False };
        parameter.description = Some(about.to_owned());
        parameter.schema = Some(schema.into());
        self.operation = with_parameter(self.operation, parameter);
        self
    }

    /// An optional text in the query.
    pub fn query(self, name: &str, about: &str) -> Self {
        self.parameter(name, ParameterIn::Query, about, text(), false)
    }

    /// An optional whole number in the query.
    pub fn query_number(self, name: &str, about: &str) -> Self {
        self.parameter(name, ParameterIn::Query, about, number(), false)
    }

    /// An optional value of a known type in the query.
    pub fn query_as<T: ToSchema>(mut self, name: &str, about: &str) -> Self {
        let schema = self.refer::<T>();
        self.parameter(name, ParameterIn::Query, about, schema, false)
    }

    /// `lang=`, which every answer with texts takes.
    pub fn lang(self) -> Self {
        self.query("lang", "Language of the texts, BCP 47; else `Accept-Language` decides.")
    }

    /// A header that must be there.
    pub fn header(self, name: &str, about: &str) -> Self {
        self.parameter(name, ParameterIn::Header, about, text(), true)
    }

    /// A header that may be there.
    pub fn optional_header(self, name: &str, about: &str) -> Self {
        self.parameter(name, ParameterIn::Header, about, text(), false)
    }

    /// Overwriting needs the version that was read.
    pub fn if_match(self) -> Self {
        self.header("If-Match", "The `ETag` that was read, for example `\"3\"`.")
            .problems(&[ProblemCode::PreconditionRequired, ProblemCode::EditConflict])
    }

    /// Signed in only.
    pub fn signed_in(mut self) -> Self {
        self.operation.security = Some(vec![session()]);
        self.problems(&[ProblemCode::SignInRequired])
    }

    /// Signed in, or with a guest's key.
    pub fn signed_in_or_guest(mut self) -> Self {
        self.operation.security = Some(vec![session(), SecurityRequirement::default()]);
        self.query("key", "A guest's key; opens the order without signing in.")
    }

    /// With a JSON body.
    pub fn body<T: ToSchema>(mut self) -> Self {
        let schema = self.refer::<T>();
        let mut body = RequestBody::new();
        body.required = Some(Required::True);
        body.content.insert("application/json".to_owned(), Content::new(Some(schema)).into());
        self.operation.request_body = Some(body.into());
        self.problems(&[
            ProblemCode::MalformedRequest,
            ProblemCode::InvalidInput,
            ProblemCode::BodyTooLarge,
            ProblemCode::UnsupportedMediaType,
        ])
    }

    /// With the file itself as the body.
    pub fn binary_body(mut self, types: &[&str], about: &str) -> Self {
        let mut body = RequestBody::new();
        body.required = Some(Required::True);
        body.description = Some(about.to_owned());
        for kind in types {
            body.content.insert((*kind).to_owned(), Content::new(None::<RefOr<Schema>>).into());
        }
        self.operation.request_body = Some(body.into());
        self.problems(&[ProblemCode::BodyTooLarge, ProblemCode::UnsupportedMediaType])
    }

    /// Answers with JSON.
    pub fn answer<T: ToSchema>(self, status: u16, about: &str) -> Self {
        self.answer_as::<T>(status, "application/json", about)
    }

    /// Answers with a list of `T`.
    pub fn answer_list<T: ToSchema>(mut self, about: &str) -> Self {
        self.refer::<T>();
        // A generic type's own name leaves its parameter out.
        let schema = self.refer_as::<List<T>>(format!("List_{}", T::name()));
        let mut response = Response::new(about);
        response.content.insert("application/json".to_owned(), Content::new(Some(schema)).into());
        self.respond("200", response);
        self
    }

    /// Answers with `T` in another media type.
    pub fn answer_as<T: ToSchema>(mut self, status: u16, kind: &str, about: &str) -> Self {
        let schema = self.refer::<T>();
        let mut response = Response::new(about);
        response.content.insert(kind.to_owned(), Content::new(Some(schema)).into());
        self.respond(&status.to_string(), response);
        self
    }

    /// Answers with nothing but a status.
    pub fn answers_empty(mut self, status: u16, about: &str) -> Self {
        self.respond(&status.to_string(), Response::new(about));
        self
    }

    /// The answers so far carry a header.
    pub fn answer_header(mut self, name: &str, about: &str) -> Self {
        for response in self.operation.responses.responses.values_mut() {
            if let RefOr::T(response) = response {
                let mut header = Header::new(text());
                header.description = Some(about.to_owned());
                response.headers.insert(name.to_owned(), header.into());
            }
        }
        self
    }

    /// May answer with these problems, besides `internal` and `unavailable`.
    pub fn problems(mut self, codes: &[ProblemCode]) -> Self {
        self.problems.extend_from_slice(codes);
        self
    }

    /// Puts the endpoint into the document.
    pub fn add_to(mut self, paths: &mut Paths, schemas: &mut Schemas) {
        let problem = self.refer::<Problem>();
        let mut by_status: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
        for code in &self.problems {
            let codes = by_status.entry(code.status()).or_default();
            if !codes.contains(&code.as_str()) {
                codes.push(code.as_str());
            }
        }
        let mut answers: Vec<(String, String)> = by_status
            .into_iter()
            .map(|(status, codes)| (status.to_string(), format!("`{}`", codes.join("`, `"))))
            .collect();
        answers.push(("default".to_owned(), "`internal`, `unavailable`".to_owned()));
        for (status, about) in answers {
            let mut response = Response::new(about);
            let content = Content::new(Some(problem.clone()));
            response.content.insert("application/problem+json".to_owned(), content.into());
            if status == "429" {
                let mut header = Header::new(number());
                header.description = Some("Seconds to wait.".to_owned());
                response.headers.insert("Retry-After".to_owned(), header.into());
            }
            self.respond(&status, response);
        }
        schemas.append(&mut self.schemas);
        paths.add_path_operation(self.path, vec![self.method], self.operation);
    }

    fn respond(&mut self, status: &str, response: Response) {
        let responses: &mut Responses = &mut self.operation.responses;
        responses.responses.insert(status.to_owned(), response.into());
    }

    /// Keeps the schema of `T` and of all it is made of; a reference to it.
    fn refer<T: ToSchema>(&mut self) -> RefOr<Schema> {
        self.refer_as::<T>(T::name().into_owned())
    }

    fn refer_as<T: ToSchema>(&mut self, name: String) -> RefOr<Schema> {
        let mut all = Vec::new();
        T::schemas(&mut all);
        self.schemas.extend(all);
        self.schemas.insert(name.clone(), T::schema());
        Ref::from_schema_name(name).into()
    }
}

fn with_parameter(operation: Operation, parameter: Parameter) -> Operation {
    utoipa::openapi::path::OperationBuilder::from(operation).parameter(parameter).build()
}

fn session() -> SecurityRequirement {
    SecurityRequirement::new("session", Vec::<String>::new())
}

fn text() -> Schema {
    ObjectBuilder::new().schema_type(Type::String).build().into()
}

fn number() -> Schema {
    ObjectBuilder::new()
        .schema_type(SchemaType::Type(Type::Integer))
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
        .build()
        .into()
}

fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

/// What a placeholder stands for.
fn place(name: &str) -> &'static str {
    match name {
        "slug" => "The thing's name in URLs.",
        "line" => "The order's line.",
        "provider" | "warehouse" | "carrier" => "Who tells; decides the secret of the signature.",
        _ => "The thing's id.",
    }
}
