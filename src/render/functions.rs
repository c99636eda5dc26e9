//! The functions that templates call, bound to the readers' locale.

use std::collections::HashMap;
use std::sync::Arc;

use fluent::{FluentArgs, FluentValue};
use tera::value::Key;
use tera::{Error, Kwargs, Map, State, TeraResult, Value};

use crate::resolve::library::LocaleIndex;
use crate::resolve::messages::Messages;

/// The variable of a page's context that holds what every message on it may use.
pub(super) const MESSAGE_ARGUMENTS: &str = "message_arguments";

/// `t(id="…", …)`: the text of a message. What is handed over by name goes before what the page itself hands over.
pub(super) fn translate(
    messages: Arc<Messages>,
    locale: LocaleIndex,
) -> impl Fn(Kwargs, &State) -> TeraResult<String> + Send + Sync + 'static {
    move |kwargs, state| {
        let id = kwargs.must_get::<&str>("id")?;
        let page = state.get::<Map>(MESSAGE_ARGUMENTS)?.unwrap_or_default();
        let mut args = FluentArgs::new();
        for (name, value) in page.iter().chain(kwargs.iter()) {
            let name = name.to_string();
            if name != "id" {
                args.set(name, fluent_value(value));
            }
        }
        messages.format(locale, id, &args).map_err(Error::message)
    }
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

fn fluent_value(value: &Value) -> FluentValue<'static> {
    match value.as_f64() {
        Some(number) => FluentValue::from(number),
        None => FluentValue::from(value.to_string()),
    }
}
