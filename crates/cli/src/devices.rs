//! Which devices there are.

use crate::out::say;
use hoist::{Device, DeviceInfo, Error, Strictness};
use serde_json::{Value, json};

/// The modes of a CPU that `--on all` means, and the interpreter.
const MODES: [&str; 5] = ["cpu", "cpu:scalar", "cpu:simd", "cpu:threads", "check"];
/// Families of devices behind a driver.
const APIS: [&str; 3] = ["wgpu", "opencl", "cuda"];

/// The devices of a family, or why there are none.
fn family(survey: &[Result<Vec<DeviceInfo>, Error>], api: &str) -> Result<Vec<DeviceInfo>, Error> {
    for found in survey {
        match found {
            Ok(all) if all.first().is_some_and(|d| d.api == api) => return Ok(all.clone()),
            Err(e @ Error::Missing { api: a, .. }) if a == api => return Err(e.clone()),
            Err(e @ Error::Driver { device, .. }) if device.split(':').next() == Some(api) => return Err(e.clone()),
            _ => {}
        }
    }
    // Not in this build, which opening says.
    Device::open(api).map(|d| vec![d.info().clone()])
}

/// The devices that `--all` and `--on all` mean: of a family with several devices each, of one without any its name,
/// so that the table says why.
pub fn everywhere() -> Vec<String> {
    let survey = Device::survey();
    let mut names = MODES.map(String::from).to_vec();
    for api in APIS {
        match family(&survey, api) {
            Ok(all) if all.len() > 1 => names.extend(all.into_iter().map(|d| d.id)),
            _ => names.push(api.into()),
        }
    }
    names
}

/// Prints every device of every family.
pub fn print(as_json: bool) {
    let survey = Device::survey();
    let mut rows = vec![];
    for api in ["cpu", "check"].into_iter().chain(APIS) {
        match family(&survey, api) {
            Ok(all) => rows.extend(all.iter().map(found)),
            Err(e) => rows.push(json!({ "device": api, "found": false, "about": e.to_string() })),
        }
    }
    if as_json {
        say(&Value::Array(rows).to_string());
    } else {
        rows.iter().for_each(text);
    }
}

fn found(listed: &DeviceInfo) -> Value {
    // What its arithmetic does is known once it is open.
    let (info, trouble) = match Device::open(&listed.id) {
        Ok(d) => (
            DeviceInfo {
                id: listed.id.clone(),
                ..d.info().clone()
            },
            None,
        ),
        Err(e) => (listed.clone(), Some(e.to_string())),
    };
    let types: Vec<&str> = info.types.iter().map(|t| t.name()).collect();
    let lacks: Vec<&str> = info.lacks().iter().map(|t| t.name()).collect();
    let arithmetic = match &info.strict {
        Strictness::Strict => "strict".to_string(),
        Strictness::Relaxed(what) => format!("relaxed: {what}"),
    };
    // The largest number stands for no limit.
    let limit = |n: u64, none: u64| if n == none { Value::Null } else { n.into() };
    let narrow = |n: u32| limit(n.into(), u32::MAX.into());
    json!({
        "device": info.id, "found": true, "about": info.name, "driver": info.driver, "arithmetic": arithmetic,
        "trouble": trouble, "memory_bytes": limit(info.memory, 0), "is_cpu": info.is_cpu, "types": types, "lacks": lacks,
        "max_work_group": narrow(info.max_work_group), "max_shared_bytes": narrow(info.max_shared_bytes), "max_groups": narrow(info.max_groups),
        "max_binding_bytes": limit(info.max_binding_bytes, u64::MAX), "max_bindings": narrow(info.max_bindings),
    })
}

fn text(row: &Value) {
    let word = |k: &str| row[k].as_str().unwrap_or("").to_string();
    let id = word("device");
    if row["found"] != true {
        say(&format!("{id:<16} none: {}", word("about")));
        return;
    }
    say(&format!("{id:<16} {}", word("about")));
    // A CPU's modes differ by name only.
    if id.starts_with("cpu:") {
        return;
    }
    let more = |line: String| say(&format!("{:<16} {line}", ""));
    more(format!("driver: {}", word("driver")));
    more(format!("arithmetic: {}", word("arithmetic")));
    let names = |key: &str| -> Vec<&str> {
        let all = row[key].as_array().into_iter().flatten();
        all.filter_map(Value::as_str).collect()
    };
    let lacks = match &*names("lacks") {
        [] => String::new(),
        all => format!("; none of {}", all.join(" ")),
    };
    more(format!("types: {}{lacks}", names("types").join(" ")));
    let number = |k: &str| row[k].as_u64();
    let limits: Vec<String> = [
        number("memory_bytes").map(|n| format!("{} of memory", bytes(n))),
        number("max_binding_bytes").map(|n| format!("{} a slice", bytes(n))),
        number("max_bindings").map(|n| format!("{n} buffers a launch")),
        number("max_groups").map(|n| format!("{n} work-groups a dimension")),
        number("max_work_group").map(|n| format!("{n} items a work-group")),
        number("max_shared_bytes").map(|n| format!("which share {}", bytes(n))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let none = "none but memory".to_string();
    more(format!(
        "limits: {}",
        if limits.is_empty() { none } else { limits.join(", ") }
    ));
    if let Some(trouble) = row["trouble"].as_str() {
        more(format!("can't be opened: {trouble}"));
    }
}

fn bytes(n: u64) -> String {
    match n {
        0..0x40_0000 => format!("{} KiB", n >> 10),
        0x40_0000..0x1_0000_0000 => format!("{} MiB", n >> 20),
        _ => format!("{:.1} GiB", n as f64 / f64::from(1 << 30)),
    }
}
