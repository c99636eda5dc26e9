//! The functions that templates call, bound to the readers' locale.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use fluent::{FluentArgs, FluentValue};
use tera::value::Key;
use tera::{Error, Function, Kwargs, Map, State, TeraResult, Value};

use super::MessageMarks;
use crate::markup::Overlay;
use crate::parse::message_id::MessageRef;
use crate::resolve::functions::TextList;
use crate::resolve::library::LocaleIndex;
use crate::resolve::messages::Messages;

/// The variable of a page's context that holds what every message on it may use.
pub(super) const MESSAGE_ARGUMENTS: &str = "message_arguments";

/// `t(id="…", …)`: the text of a message. What is handed over by name goes before what the page itself hands over.
#[derive(Clone)]
pub(super) struct Translate {
    pub(super) messages: Arc<Messages>,
    pub(super) locale: LocaleIndex,
    pub(super) marks: MessageMarks,
}

impl Function<TeraResult<String>> for Translate {
    fn call(&self, kwargs: Kwargs, state: &State) -> TeraResult<String> {
        let id = id(&kwargs)?;
        if let Some(text) = self.messages.fixed(self.locale, id) {
            return Ok(self.marks.around(id, text.to_owned()));
        }
        let page = of_page(state)?;
        let args = arguments(&kwargs, page.as_ref(), &["id"]);
        let text = self.messages.format(self.locale, id, &args).map_err(Error::message)?;
        Ok(self.marks.around(id, text))
    }
}

/// `t_html(id="…", elements={…}, …)`: the same as HTML. Of the message only inline markup is let through; `elements` says
/// of each element that the message names by `data-l10n-name` which attributes it has.
pub(super) struct TranslateHtml(pub(super) Translate);

impl Function<TeraResult<String>> for TranslateHtml {
    fn call(&self, kwargs: Kwargs, state: &State) -> TeraResult<String> {
        let Translate { messages, locale, marks } = &self.0;
        let id = id(&kwargs)?;
        let overlays = kwargs.get::<Map>("elements")?.map(|elements| overlays(&elements)).transpose()?;
        let page = of_page(state)?;
        let args = arguments(&kwargs, page.as_ref(), &["id", "elements"]);
        let html = messages.format_html(*locale, id, &args, &overlays.unwrap_or_default()).map_err(Error::message)?;
        Ok(marks.around(id, html))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

fn id(kwargs: &Kwargs) -> TeraResult<MessageRef<'_>> {
    let written = kwargs.must_get::<&str>("id")?;
    MessageRef::read(written).ok_or_else(|| Error::message(format!("`{written}` cannot be the id of a message")))
}

/// `asset(path="style.css")`: the address of a static file of the theme.
pub(super) fn asset(urls: Arc<HashMap<String, String>>) -> impl Fn(Kwargs, &State) -> TeraResult<String> + Send + Sync {
    move |kwargs, _| {
        let path = kwargs.must_get::<&str>("path")?;
        let missing = || Error::message(format!("the theme has no static file `{path}`"));
        urls.get(path).cloned().ok_or_else(missing)
    }
}

/// The same arguments as a value of a page's context, where [`translate`] finds them.
pub(super) fn page_arguments(arguments: &FluentArgs) -> Value {
    let value = |value: &FluentValue| match value {
        FluentValue::String(text) => Value::from(text.as_ref()),
        FluentValue::Number(number) => Value::from(number.value),
        FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => Value::none(),
    };
    arguments.iter().map(|(name, argument)| (Key::from(name.to_owned()), value(argument))).collect::<Map>().into()
}

/// What the page hands to messages, if it hands over anything.
///
/// # Errors
///
/// If it is not known: if the variable is there, but is no map.
fn of_page(state: &State) -> TeraResult<Option<Value>> {
    let page = state.get::<Value>(MESSAGE_ARGUMENTS)?;
    match page {
        Some(page) if !page.is_map() => Err(Error::message(format!("`{MESSAGE_ARGUMENTS}` is no map"))),
        page => Ok(page),
    }
}

/// What a message is handed: by the page, and before that by name.
fn arguments<'a>(kwargs: &'a Kwargs, page: Option<&'a Value>, reserved: &[&str]) -> FluentArgs<'a> {
    let of_page = page.and_then(Value::as_map).into_iter().flatten();
    let mut args = FluentArgs::new();
    for (name, value) in of_page.chain(kwargs.iter()) {
        if let Some(name) = name.as_str().filter(|name| !reserved.contains(name)) {
            args.set(name, fluent_value(value));
        }
    }
    args
}

fn fluent_value(value: &Value) -> FluentValue<'_> {
    if let Some(text) = value.as_str() {
        return FluentValue::from(text);
    }
    if let Some(number) = value.as_f64() {
        return FluentValue::from(number);
    }
    match value.as_array() {
        Some(items) => TextList(items.iter().map(ToString::to_string).collect()).into(),
        None => FluentValue::from(value.to_string()),
    }
}

fn overlays(elements: &Map) -> TeraResult<BTreeMap<String, Overlay>> {
    let overlay = |(name, attributes): (&Key, &Value)| {
        let wrong = || Error::message(format!("`elements` says of `{name}` no attributes: write `{{\"href\": …}}`"));
        let attributes = attributes.as_map().ok_or_else(wrong)?;
        let attributes = attributes.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        Ok((name.to_string(), attributes))
    };
    elements.iter().map(overlay).collect()
}
