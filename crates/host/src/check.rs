//! The `check` device.

use hoist_backend::backend::Api;
use hoist_backend::error::Error;

fn missing() -> Error {
    Error::Missing {
        api: "check".into(),
        what: "the interpreter".into(),
        hint: "it is not built yet".into(),
    }
}
/// The `check` device's family.
pub(crate) const API: Api = Api {
    name: "check",
    open: |_| Err(missing()),
    list: || Err(missing()),
};
