//! What the CUDA crate makes of a driver's answers: tried on the emulator, which gives those that a healthy GPU does
//! not. The tests run in processes that have it for their libcuda.

use std::sync::Arc;

use hoist_backend::Error;
use hoist_backend::backend::{Backend, Grid, Prog, Source};
use hoist_backend::probe::look;
use hoist_conformance::emulated;

const ONE: Grid = Grid {
    groups: [1, 1, 1],
    work_group: 32,
};

/// `at[i] = tid` beyond `gap` bytes, then `extra`.
fn text(gap: u32, extra: &str) -> String {
    format!(
        ".version 6.3\n.target sm_75\n.address_size 64\n.visible .entry k(.param .u64 at)\n.maxntid 64, 1, 1\n{{
        .reg .b32 %r<4>; .reg .b64 %rd<4>; .reg .pred %p;
        ld.param.u64 %rd1, [at]; mov.u32 %r1, %tid.x; mul.wide.u32 %rd2, %r1, 4; add.s64 %rd1, %rd1, %rd2;
        st.global.u32 [%rd1+{gap}], %r1; {extra} ret; }}"
    )
}

fn open() -> Arc<dyn Backend> {
    (hoist_cuda::api().open)(None).unwrap_or_else(|e| panic!("{e}"))
}

fn compile(backend: &dyn Backend, text: &str) -> Result<Prog, Error> {
    backend.compile(&Source {
        text,
        entry: "k",
        written: &[true],
        fast: false,
    })
}

/// A second process finds all that a first one has compiled.
fn a_text_is_compiled_once() {
    let folder = std::env::temp_dir().join(format!("hoist-kept-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let name = folder.to_str().expect("a folder with a plain name");
    let files = || -> Vec<_> {
        let all = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        let all = all.map(|f| (f.file_name(), f.metadata().and_then(|m| m.modified()).ok()));
        let mut all: Vec<_> = all.collect();
        all.sort();
        all
    };
    let mut kept = vec![];
    for _ in 0..2 {
        emulated::run(&["cuda_c_is_compiled"], &[(hoist_backend::cache::FOLDER, name)]);
        let now = files();
        assert!(kept.is_empty() || now == kept, "{now:?} is not {kept:?}");
        kept = now;
    }
    if std::env::var_os("HOIST_NVRTC").is_some() {
        assert!(!kept.is_empty(), "nothing is in {name}");
    }
    let _ = std::fs::remove_dir_all(&folder);
}

#[test]
#[ignore = "run by all_on_emulated_cuda"]
fn cuda_c_is_compiled() {
    let text = "extern \"C\" __global__ void k(unsigned *at) { at[threadIdx.x] = threadIdx.x; }";
    compile(&*open(), text).unwrap_or_else(|e| panic!("{e}"));
}

#[test]
fn all_on_emulated_cuda() {
    let without = [("HOIST_NVRTC", "/none")];
    for test in [
        "transfers",
        "another_arithmetic_is_seen",
        "what_the_driver_refuses",
        "threads_share_a_device",
    ] {
        emulated::run_as_is(&[test], &without);
    }
    emulated::run(&["nvidias_own_functions_land_where_published"], &[]);
    a_text_is_compiled_once();
    for cause in ["700", "715", "716", "719", "702"] {
        let variables = [
            without[0],
            ("HOIST_TEST_CAUSE", cause),
            ("HOIST_EMULATOR_LIMIT", "100000"),
        ];
        emulated::run_as_is(&["a_lost_context_says_so"], &variables);
    }
    let all = hoist_cuda::DRIVER_FUNCTIONS;
    let used = ["transfers", "what_the_driver_refuses", "threads_share_a_device"];
    emulated::run_narrowed(&all, &used, &without);
    for missing in ["cuDevicePrimaryCtxRelease_v2", all[0], all[all.len() - 1]] {
        let others: Vec<&str> = all.into_iter().filter(|f| *f != missing).collect();
        let variables = [without[0], ("HOIST_TEST_CAUSE", missing)];
        emulated::run_narrowed(&others, &["a_function_that_a_driver_lacks"], &variables);
    }
}

/// cudarc would panic at the call.
#[test]
#[ignore = "run by all_on_emulated_cuda"]
fn a_function_that_a_driver_lacks() {
    let name = std::env::var("HOIST_TEST_CAUSE").expect("the caller says which");
    let answers = [
        (hoist_cuda::api().list)().map(drop),
        (hoist_cuda::api().open)(None).map(drop),
        (hoist_cuda::api().open)(Some(0)).map(drop),
    ];
    for answer in answers {
        let e = answer.expect_err("the driver is not whole");
        assert!(matches!(e, Error::Missing { .. }), "{e}");
        let said = e.to_string();
        assert!(
            said.contains(&format!("`{name}` in libcuda")) && said.contains("newer"),
            "{said}"
        );
    }
}

#[test]
#[ignore = "run by all_on_emulated_cuda"]
fn transfers() {
    let b = open();
    for bytes in [1usize, 3, 16, 1000, 3 << 20] {
        let (x, y) = (b.alloc(bytes).unwrap(), b.alloc(bytes).unwrap());
        assert_eq!(x.bytes(), bytes.next_multiple_of(4));
        let mut got = vec![7; bytes];
        b.read(&x, 0, &mut got).unwrap();
        assert!(got.iter().all(|v| *v == 0), "memory begins as zeros");
        let data: Vec<u8> = (0..bytes).map(|i| (i * 31 % 251) as u8).collect();
        b.write(&x, 0, &data).unwrap();
        let part = bytes / 3;
        b.copy(&x, part, &y, 1.min(bytes - 1), bytes - part - 1.min(bytes - 1))
            .unwrap();
        b.read(&y, 1.min(bytes - 1), &mut got[..bytes - part - 1.min(bytes - 1)])
            .unwrap();
        assert_eq!(
            got[..bytes - part - 1.min(bytes - 1)],
            data[part..bytes - 1.min(bytes - 1)]
        );
        b.read(&x, 0, &mut got).unwrap();
        assert_eq!(got, data);
        for pattern in [
            &[9u8][..],
            &[1, 2],
            &[1, 2, 3, 4],
            &[5, 5, 5, 5],
            &[1, 2, 3, 4, 5, 6, 7, 8],
        ] {
            let (from, count) = (bytes % 5, (bytes - bytes % 5) / pattern.len());
            b.write(&x, 0, &data).unwrap();
            b.fill(&x, from, count * pattern.len(), pattern).unwrap();
            b.read(&x, 0, &mut got).unwrap();
            let mut want = data.clone();
            want[from..]
                .chunks_exact_mut(pattern.len())
                .take(count)
                .for_each(|c| c.copy_from_slice(pattern));
            assert!(got == want, "{bytes} {pattern:?}");
        }
    }
    // Longer than several of the pieces that a long transfer is made in, at an odd place, and once more over itself.
    let bytes = (20 << 20) + 13;
    let x = b.alloc(bytes + 5).unwrap();
    for turn in [3u64, 7] {
        let data: Vec<u8> = (0..bytes as u64).map(|i| (i * i / 5 * turn) as u8).collect();
        b.write(&x, 5, &data).unwrap();
        let mut got = vec![0; bytes];
        b.read(&x, 5, &mut got).unwrap();
        assert!(got == data, "turn {turn}");
    }
    let none = b.alloc(0).unwrap();
    b.write(&none, 0, &[]).unwrap();
    b.read(&none, 0, &mut []).unwrap();
    b.fill(&none, 0, 0, &[1, 2]).unwrap();
    b.copy(&none, 0, &none, 0, 0).unwrap();
    b.synchronize().unwrap();
}

#[test]
#[ignore = "run by all_on_emulated_cuda"]
fn what_the_driver_refuses() {
    let b = open();
    let e = compile(&*b, &text(0, "frobnicate.u32 %r1;"))
        .err()
        .expect("it is refused");
    assert!(matches!(&e, Error::Compile { kernel, .. } if kernel == "k"));
    let said = e.to_string();
    assert!(
        said.contains("CUDA_ERROR_INVALID_PTX") && said.contains("`frobnicate.u32`"),
        "{said}"
    );
    let e = compile(&*b, &text(0, "").replace("entry k", "entry other"))
        .err()
        .expect("there is no k");
    assert!(e.to_string().contains("cuModuleGetFunction(\"k\")"), "{e}");
    let e = compile(&*b, &text(0, "").replace("6.3", "12.1"))
        .err()
        .expect("it is too new");
    assert!(e.to_string().contains("NVRTC is newer than the driver"), "{e}");
    let e = compile(&*b, "extern \"C\" __global__ void k(int*) {}")
        .err()
        .expect("nothing compiles it");
    assert!(matches!(e, Error::Missing { .. }), "{e}");

    let program = compile(&*b, &text(0, "")).unwrap();
    let (mem, grid) = (b.alloc(4 * 64).unwrap(), Grid { work_group: 65, ..ONE });
    let e = b.launch(&program, &[&mem], grid).unwrap_err();
    assert!(e.to_string().contains("its registers allow 64 items"), "{e}");
    let e = b.launch(&program, &[&mem, &mem], ONE).unwrap_err();
    assert!(e.to_string().contains("it has 1 slots"), "{e}");
    let e = b.alloc(1 << 40).err().expect("so much there is not");
    assert!(
        matches!(&e, Error::Unsupported { .. }) && e.to_string().contains("out of memory"),
        "{e}"
    );
    // None of it has harmed the device.
    let times = b.launch(&program, &[&mem], Grid { work_group: 64, ..ONE }).unwrap();
    assert!(times.device_clock);
    let mut got = [0; 256];
    b.read(&mem, 0, &mut got).unwrap();
    assert!(
        got.chunks_exact(4)
            .enumerate()
            .all(|(n, w)| w == (n as u32).to_le_bytes())
    );
    b.launch(
        &program,
        &[&mem],
        Grid {
            groups: [0, 1, 1],
            ..ONE
        },
    )
    .unwrap();
}

#[test]
#[ignore = "run by all_on_emulated_cuda"]
fn another_arithmetic_is_seen() {
    // The negative control of the probe: its own text is strict, and a changed one is not.
    let (b, text) = (open(), include_str!("../../../shaders/ptx/probe.ptx"));
    assert_eq!(look(&*b, text).unwrap(), Vec::<&str>::new());
    for (is, becomes) in [
        ("add.rn.f32", "add.rz.f32"),
        ("mul.rn.f32", "mul.rn.ftz.f32"),
        ("div.rn.f32", "div.rm.f32"),
        ("sqrt.rn.f32", "sqrt.rp.f32"),
        ("fma.rn.f32", "fma.rz.f32"),
    ] {
        assert!(text.contains(is));
        assert!(!look(&*b, &text.replace(is, becomes)).unwrap().is_empty(), "{becomes}");
    }
}

#[test]
#[ignore = "run by all_on_emulated_cuda"]
fn threads_share_a_device() {
    let b = open();
    let program = compile(&*b, &text(0, "")).unwrap();
    std::thread::scope(|s| {
        for n in 0..8u8 {
            let (b, program) = (&b, &program);
            s.spawn(move || {
                for _ in 0..50 {
                    let mem = b.alloc(4 * 64).unwrap();
                    b.fill(&mem, 0, 4 * 64, &[n]).unwrap();
                    b.launch(program, &[&mem], ONE).unwrap();
                    let mut got = [0; 256];
                    b.read(&mem, 0, &mut got).unwrap();
                    assert!(
                        got[..128]
                            .chunks_exact(4)
                            .enumerate()
                            .all(|(n, w)| w == (n as u32).to_le_bytes())
                    );
                    assert_eq!(got[128..], [n; 128]);
                }
            });
        }
    });
}

#[test]
#[ignore = "run by all_on_emulated_cuda"]
fn a_lost_context_says_so() {
    let cause = std::env::var("HOIST_TEST_CAUSE").expect("the caller says which");
    let (text, name) = match cause.as_str() {
        "700" => (text(4096, ""), "CUDA_ERROR_ILLEGAL_ADDRESS"),
        "715" => (text(0, "trap;"), "CUDA_ERROR_ILLEGAL_INSTRUCTION"),
        "716" => (text(2, ""), "CUDA_ERROR_MISALIGNED_ADDRESS"),
        "719" => (
            text(
                0,
                "and.b32 %r2, %r1, 1; setp.eq.u32 %p, %r2, 0; @%p bra $a; bar.sync 0; ret; $a: bar.sync 0;",
            ),
            "CUDA_ERROR_LAUNCH_FAILED",
        ),
        _ => (text(0, "$a: bra $a;"), "CUDA_ERROR_LAUNCH_TIMEOUT"),
    };
    let b = open();
    let mem = b.alloc(4 * 64).unwrap();
    let program = compile(&*b, &text).unwrap();
    let e = b.launch(&program, &[&mem], ONE).unwrap_err().to_string();
    assert!(e.contains(name) && e.contains("start the process again"), "{e}");
    // What comes after fails by the same name, and says as much; nothing panics, not even the end of what there was.
    let all = [
        b.read(&mem, 0, &mut [0; 4]),
        b.write(&mem, 0, &[0; 4]),
        b.fill(&mem, 0, 4, &[1]),
        b.synchronize(),
        b.alloc(16).map(drop),
        b.launch(&program, &[&mem], ONE).map(drop),
        compile(&*b, &text).map(drop),
        (hoist_cuda::api().open)(None).map(drop),
    ];
    for (n, e) in all.into_iter().enumerate() {
        let e = e.expect_err("the context is lost").to_string();
        assert!(e.contains(name) && e.contains("start the process again"), "{n}: {e}");
    }
    drop((program, mem, b));
}

/// Hundreds of instructions each, none of them ours: if NVIDIA's functions come out right, so do the instructions.
/// The bounds are those of the CUDA programming guide, in ulp of the result, with one more for the rounding of the
/// reference.
#[test]
#[ignore = "run by all_on_emulated_cuda"]
fn nvidias_own_functions_land_where_published() {
    type Exact = fn(f64, f64) -> f64;
    let all: [(&str, Exact, f64); 10] = [
        ("sinf(a)", |a, _| a.sin(), 2.0),
        ("cosf(a)", |a, _| a.cos(), 2.0),
        ("expf(a)", |a, _| a.exp(), 2.0),
        ("logf(fabsf(a))", |a, _| a.abs().ln(), 1.0),
        ("powf(fabsf(a), b)", |a, b| a.abs().powf(b), 4.0),
        ("tanhf(a)", |a, _| a.tanh(), 2.0),
        ("atan2f(a, b)", f64::atan2, 3.0),
        ("cbrtf(a)", |a, _| a.cbrt(), 1.0),
        ("fmodf(a, b)", |a, b| a % b, 0.0),
        ("roundf(a)", |a, _| a.round(), 0.0),
    ];
    let b = open();
    let x: Vec<f32> = (0..2048)
        .map(|i| ((i * 7919 % 2048) as f32 - 1024.0) * 0.0173 + 0.004)
        .collect();
    let bytes: Vec<u8> = x.iter().flat_map(|v| v.to_le_bytes()).collect();
    let (given, taken) = (b.alloc(bytes.len()).unwrap(), b.alloc(bytes.len() / 2).unwrap());
    b.write(&given, 0, &bytes).unwrap();
    for (call, exact, bound) in all {
        let text = format!(
            "extern \"C\" __global__ void k(const float* x, float* y) {{
                int i = blockIdx.x * blockDim.x + threadIdx.x; float a = x[2 * i], b = x[2 * i + 1]; y[i] = {call}; }}"
        );
        let source = Source {
            text: &text,
            entry: "k",
            written: &[false, true],
            fast: false,
        };
        let grid = Grid {
            groups: [32, 1, 1],
            work_group: 32,
        };
        b.launch(&b.compile(&source).unwrap(), &[&given, &taken], grid).unwrap();
        let mut got = vec![0; bytes.len() / 2];
        b.read(&taken, 0, &mut got).unwrap();
        for (i, v) in got.chunks_exact(4).enumerate() {
            let got = f32::from_le_bytes([v[0], v[1], v[2], v[3]]);
            let want = exact(f64::from(x[2 * i]), f64::from(x[2 * i + 1]));
            if (want.abs() as f32).is_normal() {
                let ulp = f64::from((want.abs() as f32).next_up()) - f64::from(want.abs() as f32);
                let apart = (f64::from(got) - want).abs() / ulp;
                assert!(
                    apart <= bound + f64::from(bound > 0.0),
                    "{call} of {:?}: {got} is {apart} ulp from {want}",
                    &x[2 * i..][..2]
                );
            }
        }
    }
}
