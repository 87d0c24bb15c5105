//! The command line as a user calls it.

use image::{GrayImage, Luma, Rgb, RgbImage};
use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

/// The keys of a row of `run --json`.
const KEYS: [&str; 13] = [
    "kernel",
    "device",
    "status",
    "reason",
    "size",
    "max_ulp",
    "bound_ulp",
    "cold_ms",
    "warm_ms",
    "transfer_ms",
    "items_per_s",
    "gb_per_s",
    "gflop_per_s",
];

fn hoist(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hoist"))
        .args(args)
        .env_remove("HOIST_DEVICE")
        .env_remove("HOIST_REQUIRE")
        .output()
        .expect("the command starts")
}
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
fn json(out: &Output) -> Vec<Value> {
    let parsed: Value = serde_json::from_slice(&out.stdout).unwrap_or_else(|e| panic!("{e}: {}", text(&out.stdout)));
    parsed.as_array().expect("one array").clone()
}
/// What a call that can't be understood says.
fn refused(args: &[&str]) -> String {
    let out = hoist(args);
    assert_eq!(out.status.code(), Some(2), "{args:?}: {}", text(&out.stderr));
    assert!(out.stdout.is_empty(), "{args:?}: {}", text(&out.stdout));
    text(&out.stderr)
}
/// A file of its own for each test.
fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("hoist-cli-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    folder.join(name)
}

#[test]
fn a_table_has_a_row_for_each_device() {
    let out = hoist(&[
        "run",
        "dot",
        "--on",
        "cpu,cpu:scalar",
        "--size",
        "1000",
        "--repeat",
        "2",
    ]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let table = text(&out.stdout);
    let lines: Vec<&str> = table.lines().collect();
    for column in [
        "kernel",
        "status",
        "max err",
        "of ulp",
        "cold ms",
        "warm ms",
        "transfer ms",
        "GFLOP/s",
    ] {
        assert!(lines[0].contains(column), "{column}: {table}");
    }
    assert!(
        lines[1].starts_with("dot") && lines[1].contains("passed") && lines[1].contains(" 35.50 "),
        "{table}"
    );
    assert!(
        lines[2].contains("cpu:scalar") && lines[2].contains("passed"),
        "{table}"
    );
    assert_eq!(lines[3], "cpu         1 passed, 0 failed, 0 unsupported");
    // No terminal, no colour and no progress.
    assert!(
        !table.contains('\x1b') && out.stderr.is_empty(),
        "{table}{}",
        text(&out.stderr)
    );
}

#[test]
fn json_has_exactly_its_keys() {
    let out = hoist(&["run", "sum", "--on", "cpu,check,abacus", "--size", "5000", "--json"]);
    assert_eq!(out.status.code(), Some(1));
    let rows = json(&out);
    assert_eq!(rows.len(), 3);
    for row in &rows {
        let keys: Vec<&String> = row.as_object().expect("an object").keys().collect();
        assert_eq!(keys, KEYS);
    }
    let cpu = &rows[0];
    assert_eq!(
        (&cpu["kernel"], &cpu["device"], &cpu["status"]),
        (&"sum".into(), &"cpu".into(), &"passed".into())
    );
    assert_eq!((&cpu["size"], &cpu["reason"]), (&5000.into(), &"".into()));
    assert!(cpu["max_ulp"].as_f64() <= cpu["bound_ulp"].as_f64());
    assert_eq!(cpu["bound_ulp"].as_f64(), Some(35.5));
    assert!(cpu["warm_ms"].as_f64() > Some(0.0) && cpu["cold_ms"].as_f64() > Some(0.0));
    assert_eq!(cpu["transfer_ms"].as_f64(), Some(0.0));
    // The interpreter copies what it is given.
    assert!(rows[1]["transfer_ms"].as_f64() > Some(0.0));
    assert_eq!(rows[2]["status"], "failed");
    assert!(rows[2]["warm_ms"].is_null() && rows[2]["max_ulp"].is_null());
}

#[test]
fn all_kernels_run_on_all_devices() {
    let out = hoist(&["run", "--all", "--size", "40", "--repeat", "1", "--json"]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stdout));
    let rows = json(&out);
    let kernels = json(&hoist(&["list", "--json"]));
    assert!(kernels.len() >= 13);
    for kernel in &kernels {
        for device in [
            "cpu",
            "cpu:scalar",
            "cpu:simd",
            "cpu:threads",
            "check",
            "wgpu",
            "opencl",
            "cuda",
        ] {
            let of = |r: &&Value| {
                r["device"]
                    .as_str()
                    .is_some_and(|d| d == device || d.starts_with(&format!("{device}:")))
            };
            let found: Vec<&Value> = rows
                .iter()
                .filter(|r| r["kernel"] == kernel["kernel"])
                .filter(of)
                .collect();
            assert!(!found.is_empty(), "{kernel} on {device}");
            for row in found {
                let supported = row["status"] == "passed";
                assert!(
                    supported || (row["status"] == "unsupported" && row["reason"] != ""),
                    "{row}"
                );
                assert!(supported || !(device.starts_with("cpu") || device == "check"), "{row}");
            }
        }
    }
}

#[test]
fn a_wrong_kernel_device_or_target_is_named() {
    let e = refused(&["run", "abacus"]);
    assert!(
        e.contains("there is no kernel `abacus`") && e.contains("black_scholes"),
        "{e}"
    );
    let e = refused(&["show", "abacus"]);
    assert!(e.contains("there is no kernel `abacus`"), "{e}");
    let e = refused(&["show", "sum", "--target", "fortran"]);
    assert!(e.contains("there is no target `fortran`") && e.contains("wgsl"), "{e}");
    let out = hoist(&["run", "sum", "--on", "abacus", "--size", "10"]);
    assert_eq!(out.status.code(), Some(1));
    let table = text(&out.stdout);
    assert!(
        table.contains("failed") && table.contains("there is no device `abacus`"),
        "{table}"
    );
    assert_eq!(hoist(&["run"]).status.code(), Some(2));
    assert_eq!(hoist(&["fly"]).status.code(), Some(2));
}

#[test]
fn a_size_that_does_not_fit_is_refused() {
    for size in ["18446744073709551615", "99999999999999"] {
        for kernel in ["saxpy", "matmul", "nbody", "mandelbrot", "monte_carlo_pi"] {
            let e = refused(&["run", kernel, "--size", size]);
            assert!(e.contains("--size") && e.contains(kernel), "{e}");
        }
    }
    assert!(refused(&["run", "--all", "--size", "3000000000"]).contains("GiB"));
}

#[test]
fn a_required_device_must_run() {
    let out = Command::new(env!("CARGO_BIN_EXE_hoist"))
        .args(["run", "sum", "--on", "cuda:77", "--size", "10"])
        .env("HOIST_REQUIRE", "opencl cuda")
        .output()
        .expect("the command starts");
    assert_eq!(out.status.code(), Some(1));
    assert!(
        text(&out.stderr).contains("HOIST_REQUIRE names cuda"),
        "{}",
        text(&out.stderr)
    );
}

#[test]
fn show_prints_what_a_device_is_given() {
    for (target, word) in [
        ("wgsl", "@compute"),
        ("opencl", "__kernel"),
        ("cuda", "__global__"),
        ("explain", "parallel"),
    ] {
        let out = hoist(&["show", "saxpy", "--target", target]);
        assert_eq!(out.status.code(), Some(0));
        assert!(text(&out.stdout).contains(word), "{target}: {}", text(&out.stdout));
    }
    let out = hoist(&["show", "dot", "--json"]);
    let object: Value = serde_json::from_slice(&out.stdout).expect("one object");
    assert_eq!(
        (&object["kernel"], &object["target"]),
        (&"dot".into(), &"explain".into())
    );
}

#[test]
fn devices_are_listed_with_limits_or_with_what_is_missing() {
    let rows = json(&hoist(&["devices", "--json"]));
    let named = |api: &str| {
        let of = |r: &&Value| r["device"].as_str().is_some_and(|d| d.split(':').next() == Some(api));
        rows.iter().filter(of).cloned().collect::<Vec<Value>>()
    };
    for api in ["cpu", "check", "wgpu", "opencl", "cuda"] {
        let all = named(api);
        assert!(!all.is_empty(), "{api}");
        for row in all {
            if row["found"] == true {
                assert!(
                    row["types"].as_array().is_some_and(|t| t.contains(&"f32".into())),
                    "{row}"
                );
                assert!(row["arithmetic"].as_str().is_some_and(|a| !a.is_empty()), "{row}");
            } else {
                let about = row["about"].as_str().unwrap_or("");
                assert!(about.contains("missing;") || about.contains("failed"), "{row}");
            }
        }
    }
    assert!(named("cpu").len() >= 4);
    let table = text(&hoist(&["devices"]).stdout);
    assert!(
        table.contains("arithmetic: strict") && table.contains("types: ") && table.contains("limits: "),
        "{table}"
    );
}

#[test]
fn fractals_are_drawn() {
    for kernel in ["mandelbrot", "julia"] {
        let file = scratch(&format!("{kernel}.png"));
        let out = hoist(&["run", kernel, "--size", "96", "--out", file.to_str().expect("a name")]);
        assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
        assert!(text(&out.stdout).contains("passed"));
        let picture = image::open(&file).expect("a picture").to_rgb8();
        assert_eq!(picture.dimensions(), (96, 96));
        let colours: std::collections::HashSet<[u8; 3]> = picture.pixels().map(|p| p.0).collect();
        assert!(colours.len() > 12 && colours.contains(&[0, 0, 0]), "{}", colours.len());
        // The interpreter draws the same, at the size that is asked for.
        let same = scratch(&format!("{kernel}-check.png"));
        let name = same.to_str().expect("a name");
        let out = hoist(&[
            "run", kernel, "--size", "200", "--on", "check", "--repeat", "1", "--out", name,
        ]);
        assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
        assert_eq!(
            image::open(&same).expect("a picture").to_rgb8().dimensions(),
            (200, 200)
        );
    }
}

/// A light square on a dark ground.
fn square(x: u32, y: u32) -> u8 {
    if (16..32).contains(&x) && (10..20).contains(&y) {
        200
    } else {
        20
    }
}

#[test]
fn pictures_are_filtered() {
    let (png, jpeg, out) = (scratch("in.png"), scratch("in.jpg"), scratch("edges.png"));
    GrayImage::from_fn(48, 30, |x, y| Luma([square(x, y)]))
        .save(&png)
        .expect("a PNG");
    RgbImage::from_fn(48, 30, |x, y| Rgb([square(x, y); 3]))
        .save(&jpeg)
        .expect("a JPEG");
    for input in [&png, &jpeg] {
        let name = |p: &PathBuf| p.to_str().expect("a name").to_string();
        let run = hoist(&[
            "run",
            "sobel",
            "--in",
            &name(input),
            "--out",
            &name(&out),
            "--on",
            "cpu,check",
        ]);
        assert_eq!(run.status.code(), Some(0), "{}{}", text(&run.stdout), text(&run.stderr));
        let edges = image::open(&out).expect("a picture").to_luma8();
        assert_eq!(edges.dimensions(), (48, 30));
        // Bright on the border of the square, dark beside it. JPEG rings a little.
        assert!(edges.get_pixel(16, 15).0[0] > 200 && edges.get_pixel(24, 10).0[0] > 200);
        assert!(edges.get_pixel(24, 15).0[0] < 60 && edges.get_pixel(4, 4).0[0] < 60);
    }
    let blurred = hoist(&["run", "gaussian_blur", "--in", png.to_str().expect("a name"), "--json"]);
    assert_eq!(json(&blurred)[0]["status"], "passed");
}

#[test]
fn pictures_that_can_not_be_are_refused() {
    let missing = scratch("none.png");
    let e = refused(&[
        "run",
        "sobel",
        "--in",
        missing.to_str().expect("a name"),
        "--out",
        "x.png",
    ]);
    assert!(e.contains("none.png"), "{e}");
    let text_file = scratch("text.png");
    std::fs::write(&text_file, "no picture").expect("a file");
    assert!(refused(&["run", "sobel", "--in", text_file.to_str().expect("a name")]).contains("text.png"));
    assert!(refused(&["run", "saxpy", "--out", "x.png"]).contains("makes no picture"));
    assert!(refused(&["run", "mandelbrot", "--in", "x.png"]).contains("filters no picture"));
    refused(&["run", "--all", "--out", "x.png"]);
}

#[test]
fn bench_measures_keeps_and_compares() {
    let [kept, page] = ["rows.json", "page.html"].map(|f| scratch(f).to_string_lossy().into_owned());
    let out = hoist(&[
        "bench",
        "saxpy",
        "sum",
        "--on",
        "cpu:simd,opencl:99",
        "--sizes",
        "100,5000",
        "--samples",
        "3",
        "--save",
        &kept,
        "--html",
        &page,
    ]);
    // A device that no machine has is a mistake.
    assert_eq!(out.status.code(), Some(1), "{}", text(&out.stderr));
    let table = text(&out.stdout);
    assert_eq!(
        table
            .lines()
            .filter(|l| l.starts_with("saxpy") || l.starts_with("sum"))
            .count(),
        8,
        "{table}"
    );
    assert!(table.contains("opencl:99"), "{table}");
    let rows: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(&kept).expect("it was saved")).expect("JSON");
    let measured: Vec<&Value> = rows.iter().filter(|r| r["status"] == "passed").collect();
    assert_eq!((rows.len(), measured.len()), (8, 4));
    for row in measured {
        for key in [
            "first_ms",
            "kernel_ms",
            "least_ms",
            "resident_ms",
            "host_ms",
            "limit",
            "device_gb_per_s",
            "device_gflop_per_s",
        ] {
            assert!(row[key].as_f64().is_some_and(|v| v > 0.0), "{key}: {row}");
        }
        assert!(row["least_ms"].as_f64() <= row["kernel_ms"].as_f64());
    }
    let html = std::fs::read_to_string(&page).expect("the page was written");
    assert!(html.contains("<svg") && html.contains("<polyline") && html.contains("saxpy of 5000 on cpu:simd"));
    let out = hoist(&["bench", "--from", &kept, "--baseline", &kept]);
    let again = text(&out.stdout);
    assert!(
        again.contains("compared with the baseline") && again.matches("1.00x  the same").count() == 4,
        "{again}"
    );
    std::fs::write(&kept, "[{}]").expect("a folder for files");
    assert!(refused(&["bench", "--from", &kept]).contains("bench --save"));
    assert!(refused(&["bench", "saxpi"]).contains("no kernel `saxpi`"));
    assert!(refused(&["bench", "saxpy", "--sizes", "9999999999999"]).contains("--size"));
}

#[test]
fn files_have_the_digests_that_sha256sum_prints() {
    let (one, two) = (scratch("abc.txt"), scratch("empty.txt"));
    std::fs::write(&one, "abc").expect("a folder for files");
    std::fs::write(&two, "").expect("a folder for files");
    let (one, two) = (one.to_str().expect("a plain path"), two.to_str().expect("a plain path"));
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let out = hoist(&["digest", one, two]);
    assert!(out.status.success());
    assert_eq!(text(&out.stdout), format!("{abc}  {one}\n{empty}  {two}\n"));
    // One that can't be read does not hide the others.
    let out = hoist(&["digest", "--on", "cpu:simd", "nowhere.txt", two]);
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(text(&out.stdout), format!("{empty}  {two}\n"));
    assert!(text(&out.stderr).contains("nowhere.txt"));
    assert!(refused(&["digest", "--on", "gpu", two]).contains("gpu"));
}
