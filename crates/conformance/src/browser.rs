//! WGSL's other compiler: Chromium's, in a page without a window. A [`Backend`] whose memory is here, and whose
//! compilations and launches are done by the page, over its software adapter.
//!
//! The page asks for work, one job at a time, and sends the answer back; both sides speak HTTP on the loopback device.

use std::any::Any;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use hoist_backend::backend::{
    Backend, DeviceInfo, Grid, LaunchTimes, Mem, Memory, Prog, Program, Source, Strictness, Target,
};
use hoist_backend::{Error, Result};
use hoist_machine::ScalarType;

/// What tests and `HOIST_REQUIRE` call it.
pub const NAME: &str = "wgpu-chromium";
/// For one job; a browser that starts takes a few seconds.
const PATIENCE: Duration = Duration::from_secs(120);
/// What it has on every machine.
const PAGE: &str = include_str!("browser.html");

/// The browser and the side of the socket that it talks to.
pub struct Browser {
    info: DeviceInfo,
    page: Mutex<Page>,
}

struct Page {
    listener: TcpListener,
    child: Child,
    profile: PathBuf,
}
impl Drop for Page {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Starts the browser that `HOIST_CHROMIUM` names, or `chromium`.
pub fn start() -> Result<Arc<Browser>> {
    let broken = |what: String| Error::Driver {
        device: NAME.into(),
        call: "page".into(),
        log: what,
    };
    let program = std::env::var_os("HOIST_CHROMIUM").unwrap_or_else(|| "chromium".into());
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|e| broken(e.to_string()))?;
    let port = listener.local_addr().map_err(|e| broken(e.to_string()))?.port();
    listener.set_nonblocking(true).map_err(|e| broken(e.to_string()))?;
    let profile = std::env::temp_dir().join(format!("hoist-browser-{}-{port}", std::process::id()));
    let child = Command::new(program)
        .args(["--headless=new", "--no-first-run", "--disable-quic", "--disable-sync"])
        .args(["--disable-background-networking", "--disable-component-update"])
        // Root has no sandbox; the page is the test's own.
        .args([
            "--no-sandbox",
            "--enable-unsafe-webgpu",
            "--use-webgpu-adapter=swiftshader",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("http://127.0.0.1:{port}/"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| Error::Missing {
            api: NAME.into(),
            what: format!("a browser ({e})"),
            hint: "`apt-get install chromium` brings one".into(),
        })?;
    let mut page = Page {
        listener,
        child,
        profile,
    };
    let hello = page.answer("/hello").map_err(broken)?;
    let hello = String::from_utf8_lossy(&hello).into_owned();
    let mut words = hello.split(' ').map(|w| w.parse::<u64>().unwrap_or(0));
    let mut next = || words.next().unwrap_or(0);
    let [max_bindings, max_work_group, max_shared, max_binding_bytes, max_groups] = std::array::from_fn(|_| next());
    if max_bindings < 8 || max_work_group < 64 {
        return Err(broken(format!("the page has no WebGPU: {hello}")));
    }
    let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let wide = [ScalarType::I64, ScalarType::U64, ScalarType::F64];
    let info = DeviceInfo {
        id: NAME.into(),
        name: "Chromium's WebGPU over SwiftShader".into(),
        api: NAME,
        driver: "Tint".into(),
        memory: 0,
        is_cpu: true,
        max_work_group: small(max_work_group),
        max_rounds: None,
        max_shared_bytes: small(max_shared),
        max_groups: small(max_groups),
        max_binding_bytes,
        max_bindings: small(max_bindings),
        types: ScalarType::ALL.into_iter().filter(|t| !wide.contains(t)).collect(),
        int64: false,
        fused: false,
        strict: Strictness::Relaxed("WGSL lets its compiler contract and flush".into()),
    };
    Ok(Arc::new(Browser {
        info,
        page: Mutex::new(page),
    }))
}

impl Page {
    /// Serves the page until it asks for `path`, and its question's body.
    fn request(&mut self, path: &str) -> Result<(TcpStream, Vec<u8>), String> {
        let began = Instant::now();
        loop {
            match self.listener.accept() {
                Ok((stream, _)) => {
                    let Ok((asked, body)) = read(&stream) else { continue };
                    match asked.as_str() {
                        found if found == path => return Ok((stream, body)),
                        "/" => respond(stream, "text/html", PAGE.as_bytes()),
                        "/error" => return Err(String::from_utf8_lossy(&body).into_owned()),
                        _ => respond(stream, "text/plain", b""),
                    }
                }
                Err(_) if began.elapsed() > PATIENCE => return Err(format!("no answer within {PATIENCE:?}")),
                Err(_) => {
                    if let Ok(Some(status)) = self.child.try_wait() {
                        return Err(format!("the browser has ended: {status}"));
                    }
                    std::thread::sleep(Duration::from_micros(200));
                }
            }
        }
    }
    /// What the page sends to `path`.
    fn answer(&mut self, path: &str) -> Result<Vec<u8>, String> {
        let (stream, body) = self.request(path)?;
        respond(stream, "text/plain", b"");
        Ok(body)
    }
    /// Gives the page a job, and what comes back.
    fn job(&mut self, job: &[u8]) -> Result<Vec<u8>, String> {
        let (stream, _) = self.request("/job")?;
        respond(stream, "application/octet-stream", job);
        self.answer("/done")
    }
}

/// The path of a request, and its body.
fn read(stream: &TcpStream) -> std::io::Result<(String, Vec<u8>)> {
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let mut stream = std::io::BufReader::new(stream);
    let (mut path, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        std::io::BufRead::read_line(&mut stream, &mut line)?;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        match line.split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.parse().unwrap_or(0),
            _ if path.is_empty() => path = line.split(' ').nth(1).unwrap_or("").to_owned(),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok((path, body))
}

/// A page that has gone away asks again, or the next wait ends.
fn respond(mut stream: TcpStream, kind: &str, body: &[u8]) {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}

/// Memory of this side, in whole words.
struct Bytes(Mutex<Vec<u8>>);
impl Memory for Bytes {
    fn bytes(&self) -> usize {
        lock(&self.0).len()
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}
fn lock<T>(x: &Mutex<T>) -> MutexGuard<'_, T> {
    x.lock().unwrap_or_else(|e| e.into_inner())
}
fn ours(mem: &Mem) -> MutexGuard<'_, Vec<u8>> {
    lock(&mem.as_any().downcast_ref::<Bytes>().expect("memory of this device").0)
}

/// A text that the page has compiled.
struct Compiled {
    text: String,
    entry: String,
    written: Vec<bool>,
}
impl Program for Compiled {
    fn as_any(&self) -> &dyn Any {
        self
    }
}
impl Compiled {
    /// A job: lines for the page, the text, the buffers. No groups: it compiles only.
    fn job(&self, groups: [u32; 3], buffers: &[MutexGuard<'_, Vec<u8>>]) -> Vec<u8> {
        let written = self.written.iter().map(|w| u8::from(*w).to_string());
        let sizes = buffers.iter().map(|b| b.len().to_string());
        let mut job = format!(
            "{}\n{} {} {}\n{}\n{}\n{}\n{}",
            self.entry,
            groups[0],
            groups[1],
            groups[2],
            written.collect::<Vec<_>>().join(" "),
            sizes.collect::<Vec<_>>().join(" "),
            self.text.len(),
            self.text
        )
        .into_bytes();
        buffers.iter().for_each(|b| job.extend(b.iter()));
        job
    }
}

impl Browser {
    fn error(&self, what: String) -> Error {
        Error::Driver {
            device: NAME.into(),
            call: "page".into(),
            log: what,
        }
    }
    /// Does a job: the first byte of the answer says whether it went well.
    fn job(&self, job: &[u8]) -> Result<std::result::Result<Vec<u8>, String>> {
        let mut answer = lock(&self.page).job(job).map_err(|e| self.error(e))?;
        let well = !answer.is_empty() && answer.remove(0) == b'+';
        Ok(if well {
            Ok(answer)
        } else {
            Err(String::from_utf8_lossy(&answer).into_owned())
        })
    }
}

impl Backend for Browser {
    fn info(&self) -> &DeviceInfo {
        &self.info
    }
    fn target(&self) -> Target {
        Target::Wgsl
    }
    fn alloc(&self, bytes: usize) -> Result<Mem> {
        Ok(Arc::new(Bytes(Mutex::new(vec![0; bytes.max(16).next_multiple_of(4)]))))
    }
    fn write(&self, to: &Mem, offset: usize, data: &[u8]) -> Result<()> {
        ours(to)[offset..][..data.len()].copy_from_slice(data);
        Ok(())
    }
    fn read(&self, from: &Mem, offset: usize, out: &mut [u8]) -> Result<()> {
        out.copy_from_slice(&ours(from)[offset..][..out.len()]);
        Ok(())
    }
    fn copy(&self, from: &Mem, from_offset: usize, to: &Mem, to_offset: usize, bytes: usize) -> Result<()> {
        let data = ours(from)[from_offset..][..bytes].to_vec();
        self.write(to, to_offset, &data)
    }
    fn compile(&self, source: &Source<'_>) -> Result<Prog> {
        let program = Compiled {
            text: source.text.into(),
            entry: source.entry.into(),
            written: source.written.to_vec(),
        };
        match self.job(&program.job([0; 3], &[]))? {
            Ok(_) => Ok(Arc::new(program)),
            Err(log) => Err(Error::Compile {
                device: NAME.into(),
                kernel: source.entry.into(),
                log,
            }),
        }
    }
    fn launch(&self, program: &Prog, bindings: &[&Mem], grid: Grid) -> Result<LaunchTimes> {
        let program: &Compiled = program.as_any().downcast_ref().expect("a program of this device");
        let began = Instant::now();
        let mut buffers: Vec<MutexGuard<'_, Vec<u8>>> = bindings.iter().map(|m| ours(m)).collect();
        let answer = self
            .job(&program.job(grid.groups, &buffers))?
            .map_err(|e| self.error(e))?;
        let mut at = 0;
        for (buffer, _) in buffers.iter_mut().zip(&program.written).filter(|(_, w)| **w) {
            let n = buffer.len();
            let part = answer.get(at..at + n);
            buffer.copy_from_slice(part.ok_or_else(|| self.error("the page sent too little back".into()))?);
            at += n;
        }
        Ok(LaunchTimes {
            kernel: began.elapsed(),
            device_clock: false,
        })
    }
    fn synchronize(&self) -> Result<()> {
        Ok(())
    }
}
