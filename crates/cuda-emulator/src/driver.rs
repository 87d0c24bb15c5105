//! The driver's state: one device, its primary context, modules, streams and events.
//!
//! Work in a stream waits until somebody waits for the stream, as a driver is free to do: so a program that forgets to
//! wait is seen. Where a call of the real driver waits by itself, such as freeing memory, this one does too.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use crate::code::{Place, Program};
use crate::decode;
use crate::error::{Cause, Refused, Trap};
use crate::launch::{self, Launch};
use crate::memory::Memory;

/// `CUresult`.
pub type Code = u32;
pub const SUCCESS: Code = 0;
pub const INVALID_VALUE: Code = 1;
pub const OUT_OF_MEMORY: Code = 2;
pub const NOT_INITIALIZED: Code = 3;
pub const INVALID_DEVICE: Code = 101;
pub const INVALID_CONTEXT: Code = 201;
pub const INVALID_PTX: Code = 218;
pub const UNSUPPORTED_PTX_VERSION: Code = 222;
pub const INVALID_HANDLE: Code = 400;
pub const NOT_FOUND: Code = 500;
pub const NOT_READY: Code = 600;
pub const ILLEGAL_ADDRESS: Code = 700;
pub const LAUNCH_OUT_OF_RESOURCES: Code = 701;
pub const LAUNCH_TIMEOUT: Code = 702;
pub const ILLEGAL_INSTRUCTION: Code = 715;
pub const MISALIGNED_ADDRESS: Code = 716;
pub const LAUNCH_FAILED: Code = 719;
pub const NOT_SUPPORTED: Code = 801;

/// Numbers and names of the results that this driver gives.
pub const CODES: [(Code, &str, &str); 18] = [
    (SUCCESS, "CUDA_SUCCESS\0", "no error\0"),
    (INVALID_VALUE, "CUDA_ERROR_INVALID_VALUE\0", "invalid argument\0"),
    (OUT_OF_MEMORY, "CUDA_ERROR_OUT_OF_MEMORY\0", "out of memory\0"),
    (
        NOT_INITIALIZED,
        "CUDA_ERROR_NOT_INITIALIZED\0",
        "initialization error\0",
    ),
    (
        INVALID_DEVICE,
        "CUDA_ERROR_INVALID_DEVICE\0",
        "invalid device ordinal\0",
    ),
    (
        INVALID_CONTEXT,
        "CUDA_ERROR_INVALID_CONTEXT\0",
        "invalid device context\0",
    ),
    (
        INVALID_PTX,
        "CUDA_ERROR_INVALID_PTX\0",
        "a PTX JIT compilation failed\0",
    ),
    (
        UNSUPPORTED_PTX_VERSION,
        "CUDA_ERROR_UNSUPPORTED_PTX_VERSION\0",
        "the provided PTX was compiled with an unsupported toolchain.\0",
    ),
    (
        INVALID_HANDLE,
        "CUDA_ERROR_INVALID_HANDLE\0",
        "invalid resource handle\0",
    ),
    (NOT_FOUND, "CUDA_ERROR_NOT_FOUND\0", "named symbol not found\0"),
    (NOT_READY, "CUDA_ERROR_NOT_READY\0", "device not ready\0"),
    (
        ILLEGAL_ADDRESS,
        "CUDA_ERROR_ILLEGAL_ADDRESS\0",
        "an illegal memory access was encountered\0",
    ),
    (
        LAUNCH_OUT_OF_RESOURCES,
        "CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES\0",
        "too many resources requested for launch\0",
    ),
    (
        LAUNCH_TIMEOUT,
        "CUDA_ERROR_LAUNCH_TIMEOUT\0",
        "the launch timed out and was terminated\0",
    ),
    (
        ILLEGAL_INSTRUCTION,
        "CUDA_ERROR_ILLEGAL_INSTRUCTION\0",
        "an illegal instruction was encountered\0",
    ),
    (
        MISALIGNED_ADDRESS,
        "CUDA_ERROR_MISALIGNED_ADDRESS\0",
        "misaligned address\0",
    ),
    (
        LAUNCH_FAILED,
        "CUDA_ERROR_LAUNCH_FAILED\0",
        "unspecified launch failure\0",
    ),
    (NOT_SUPPORTED, "CUDA_ERROR_NOT_SUPPORTED\0", "operation not supported\0"),
];

/// Bytes of the device's memory.
const CAPACITY: usize = 3 << 30;
/// The newest PTX that the driver takes, in tenths.
const PTX_VERSION: u64 = 99;
/// Bytes of shared memory that a block may have.
const MOST_SHARED: usize = 48 << 10;
/// Instructions of a launch at most.
const LIMIT: u64 = 50_000_000_000;

/// A host address that a command reads or writes later.
#[derive(Clone, Copy)]
pub struct Host(pub *mut u8);
// SAFETY: the caller of an asynchronous copy keeps the memory alive and to itself until it has waited, as CUDA asks.
unsafe impl Send for Host {}

/// Work in a stream.
pub enum Command {
    Launch {
        function: Function,
        grid: [u32; 3],
        block: [u32; 3],
        dynamic_shared: usize,
        params: Vec<u8>,
    },
    FromHost {
        to: u64,
        from: Host,
        bytes: usize,
    },
    ToHost {
        to: Host,
        from: u64,
        bytes: usize,
    },
    Copy {
        to: u64,
        from: u64,
        bytes: usize,
    },
    Set {
        to: u64,
        pattern: Vec<u8>,
        count: usize,
    },
    Free(u64),
    Record(u64),
}

/// A kernel.
#[derive(Clone)]
pub struct Function {
    pub program: Arc<Program>,
    pub index: usize,
}

pub struct Module {
    pub program: Arc<Program>,
    pub globals: HashMap<String, (u64, usize)>,
    pub functions: Vec<u64>,
}

/// Work in order.
pub struct Stream {
    /// Whether stream 0 waits for it.
    blocking: bool,
    queue: VecDeque<Command>,
}

impl Stream {
    pub fn new(blocking: bool) -> Self {
        Stream {
            blocking,
            queue: VecDeque::new(),
        }
    }
}

/// Everything there is.
pub struct Driver {
    pub ready: bool,
    /// How often the primary context is retained.
    pub retained: usize,
    pub memory: Memory,
    pub modules: HashMap<u64, Module>,
    pub functions: HashMap<u64, Function>,
    /// Stream 0 is always there.
    pub streams: HashMap<u64, Stream>,
    /// When an event was recorded.
    pub events: HashMap<u64, Option<Instant>>,
    next: u64,
    /// The error that the context has until the process ends.
    stuck: Option<Code>,
    steps: u64,
    spent: Duration,
}

static DRIVER: LazyLock<Mutex<Driver>> = LazyLock::new(|| Mutex::new(Driver::new()));

/// The driver, locked.
pub fn driver() -> MutexGuard<'static, Driver> {
    DRIVER.lock().unwrap_or_else(|e| e.into_inner())
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// The compute capability that the device claims.
pub fn capability() -> (u32, u32) {
    let n = number("HOIST_EMULATOR_ARCH").unwrap_or(75) as u32;
    (n / 10, n % 10)
}

impl Driver {
    fn new() -> Self {
        Driver {
            ready: false,
            retained: 0,
            memory: Memory::new(CAPACITY),
            modules: HashMap::new(),
            functions: HashMap::new(),
            streams: HashMap::from([(0, Stream::new(true))]),
            events: HashMap::new(),
            next: 0x1000,
            stuck: None,
            steps: 0,
            spent: Duration::ZERO,
        }
    }

    /// A handle that nothing else has.
    pub fn handle(&mut self) -> u64 {
        self.next += 16;
        self.next
    }

    /// The error that sticks, if there is one.
    pub fn healthy(&self) -> Result<(), Code> {
        self.stuck.map_or(Ok(()), Err)
    }

    /// Parses and loads text; `Err` has the words for the log.
    pub fn load(&mut self, text: &str) -> Result<u64, (Code, String)> {
        let refused = |e: &Refused| (INVALID_PTX, format!("{}: {e}", crate::DEVICE_NAME));
        let head = crate::parse::parse(text).map_err(|e| refused(&e))?;
        let (major, minor) = head.version;
        if u64::from(10 * major + minor) > number("HOIST_EMULATOR_PTX").unwrap_or(PTX_VERSION) {
            return Err((
                UNSUPPORTED_PTX_VERSION,
                format!("PTX {major}.{minor} is newer than this driver"),
            ));
        }
        let (major, minor) = capability();
        if head.target > 10 * major + minor {
            let what = format!("target sm_{} is newer than the device's {major}.{minor}", head.target);
            return Err((INVALID_PTX, what));
        }
        let loaded = decode::load(text, &mut self.memory).map_err(|e| refused(&e))?;
        let handle = self.handle();
        let module = Module {
            program: Arc::new(loaded.program),
            globals: loaded.globals,
            functions: vec![],
        };
        self.modules.insert(handle, module);
        Ok(handle)
    }

    pub fn unload(&mut self, module: u64) -> Result<(), Code> {
        self.wait_all()?;
        let module = self.modules.remove(&module).ok_or(INVALID_HANDLE)?;
        for (address, _) in module.globals.values() {
            self.memory.free(*address);
        }
        for function in module.functions {
            self.functions.remove(&function);
        }
        Ok(())
    }

    /// Refuses a transfer whose range is not inside one allocation.
    pub fn check(&self, command: &Command) -> Result<(), Code> {
        let ranges = match *command {
            Command::FromHost { to, bytes, .. } => [(to, bytes); 2],
            Command::ToHost { from, bytes, .. } => [(from, bytes); 2],
            Command::Copy { to, from, bytes } => [(to, bytes), (from, bytes)],
            Command::Set { to, ref pattern, count } => [(to, count * pattern.len()); 2],
            _ => return Ok(()),
        };
        let inside = ranges
            .iter()
            .all(|&(at, bytes)| bytes == 0 || self.memory.find(at, bytes).is_some());
        if inside { Ok(()) } else { Err(INVALID_VALUE) }
    }

    /// Puts work into a stream.
    pub fn push(&mut self, stream: u64, command: Command) -> Result<(), Code> {
        self.healthy()?;
        self.streams
            .get_mut(&stream)
            .ok_or(INVALID_HANDLE)?
            .queue
            .push_back(command);
        Ok(())
    }

    /// Executes one command of a stream; whether there was one.
    pub fn step(&mut self, stream: u64) -> Result<bool, Code> {
        self.healthy()?;
        let queue = &mut self.streams.get_mut(&stream).ok_or(INVALID_HANDLE)?.queue;
        let Some(command) = queue.pop_front() else {
            return Ok(false);
        };
        self.execute(command).inspect_err(|&code| self.stuck = Some(code))?;
        Ok(true)
    }

    /// Executes what a stream has, and in front of stream 0 what it waits for.
    pub fn wait(&mut self, stream: u64) -> Result<(), Code> {
        if stream == 0 {
            let others: Vec<u64> = self
                .streams
                .iter()
                .filter(|(n, s)| **n != 0 && s.blocking)
                .map(|(n, _)| *n)
                .collect();
            others.into_iter().try_for_each(|n| self.wait(n))?;
        }
        while self.step(stream)? {}
        Ok(())
    }

    pub fn wait_all(&mut self) -> Result<(), Code> {
        self.healthy()?;
        let all: Vec<u64> = self.streams.keys().copied().collect();
        all.into_iter().try_for_each(|stream| self.wait(stream))
    }

    /// Whether an event is in a stream, not yet reached.
    pub fn pending(&self, event: u64) -> bool {
        let is = |c: &Command| matches!(c, Command::Record(e) if *e == event);
        self.streams.values().any(|s| s.queue.iter().any(is))
    }

    /// Executes the streams that an event is in, up to it.
    pub fn wait_event(&mut self, event: u64) -> Result<(), Code> {
        self.healthy()?;
        if !self.events.contains_key(&event) {
            return Err(INVALID_HANDLE);
        }
        let is = |c: &Command| matches!(c, Command::Record(e) if *e == event);
        while let Some(n) = self
            .streams
            .iter()
            .find(|(_, s)| s.queue.iter().any(is))
            .map(|(n, _)| *n)
        {
            self.step(n)?;
        }
        Ok(())
    }

    fn execute(&mut self, command: Command) -> Result<(), Code> {
        match command {
            Command::Launch {
                function,
                grid,
                block,
                dynamic_shared,
                params,
            } => self.launch(&function, grid, block, dynamic_shared, params),
            Command::FromHost { to, from, bytes } => {
                if bytes == 0 {
                    return Ok(());
                }
                let to = self.memory.bytes(to, bytes).ok_or(INVALID_VALUE)?;
                // SAFETY: whoever queued the copy keeps `bytes` alive at `from` until it has waited.
                to.copy_from_slice(unsafe { std::slice::from_raw_parts(from.0, bytes) });
                Ok(())
            }
            Command::ToHost { to, from, bytes } => {
                if bytes == 0 {
                    return Ok(());
                }
                let from = self.memory.bytes(from, bytes).ok_or(INVALID_VALUE)?;
                // SAFETY: as above, and nothing else reads or writes there; the device's memory is apart from it.
                unsafe { std::ptr::copy_nonoverlapping(from.as_ptr(), to.0, bytes) };
                Ok(())
            }
            Command::Copy { bytes: 0, .. } | Command::Set { count: 0, .. } => Ok(()),
            Command::Copy { to, from, bytes } => {
                let data = self.memory.bytes(from, bytes).ok_or(INVALID_VALUE)?.to_vec();
                self.memory
                    .bytes(to, bytes)
                    .ok_or(INVALID_VALUE)?
                    .copy_from_slice(&data);
                Ok(())
            }
            Command::Set { to, pattern, count } => {
                let to = self.memory.bytes(to, pattern.len() * count).ok_or(INVALID_VALUE)?;
                match *pattern {
                    [byte] => to.fill(byte),
                    _ => to
                        .chunks_exact_mut(pattern.len())
                        .for_each(|c| c.copy_from_slice(&pattern)),
                }
                Ok(())
            }
            Command::Free(address) => self.memory.free(address).then_some(()).ok_or(INVALID_VALUE),
            Command::Record(event) => {
                if let Some(at) = self.events.get_mut(&event) {
                    *at = Some(Instant::now());
                }
                Ok(())
            }
        }
    }

    fn launch(
        &mut self,
        function: &Function,
        grid: [u32; 3],
        block: [u32; 3],
        dynamic_shared: usize,
        params: Vec<u8>,
    ) -> Result<(), Code> {
        let launch = Launch {
            program: &function.program,
            entry: function.index,
            grid,
            block,
            params,
            dynamic_shared,
            seed: number("HOIST_EMULATOR_SEED"),
            limit: number("HOIST_EMULATOR_LIMIT").unwrap_or(LIMIT),
        };
        let began = Instant::now();
        let ran = launch::run(&launch, &mut self.memory);
        self.spent += began.elapsed();
        match ran {
            Ok(steps) => {
                self.steps += steps;
                Ok(())
            }
            Err(trap) => {
                let name = &function.program.functions[function.index].name;
                eprintln!("{}: kernel {name}: {trap}", crate::DEVICE_NAME);
                Err(code_of(&trap))
            }
        }
    }

    /// Initialises; those who ask are told at the process's end what was executed.
    pub fn init(&mut self) {
        if !self.ready && number("HOIST_EMULATOR_STATS") == Some(1) {
            // SAFETY: C's own function, given one that takes nothing and returns.
            unsafe { atexit(at_exit) };
        }
        self.ready = true;
    }

    /// What was executed.
    fn report(&self) {
        let seconds = self.spent.as_secs_f64();
        let millions = self.steps as f64 / 1e6;
        eprintln!(
            "{}: {millions:.1} million instructions in {seconds:.2} s, {:.0} million a second",
            crate::DEVICE_NAME,
            millions / seconds.max(1e-9)
        );
    }
}

unsafe extern "C" {
    fn atexit(what: extern "C" fn()) -> std::ffi::c_int;
}

extern "C" fn at_exit() {
    driver().report();
}

fn code_of(trap: &Trap) -> Code {
    match trap.cause {
        Cause::IllegalAddress => ILLEGAL_ADDRESS,
        Cause::Misaligned => MISALIGNED_ADDRESS,
        Cause::IllegalInstruction => ILLEGAL_INSTRUCTION,
        Cause::LaunchFailed => LAUNCH_FAILED,
        Cause::Timeout => LAUNCH_TIMEOUT,
    }
}

impl Function {
    /// Refuses shapes that the device can't launch.
    pub fn check(&self, grid: [u32; 3], block: [u32; 3], dynamic_shared: usize) -> Result<(), Code> {
        let threads = block.iter().map(|&n| u64::from(n)).product::<u64>();
        let code = &self.program.functions[self.index];
        let grid_fits = grid[0] <= i32::MAX as u32 && grid[1] <= 65_535 && grid[2] <= 65_535;
        if threads == 0 || threads > 1024 || block[2] > 64 || grid.contains(&0) || !grid_fits {
            return Err(INVALID_VALUE);
        }
        if threads > u64::from(code.most_threads) || self.program.shared + dynamic_shared > MOST_SHARED {
            return Err(LAUNCH_OUT_OF_RESOURCES);
        }
        Ok(())
    }

    /// Offsets and bytes of the parameters.
    pub fn params(&self) -> (Vec<(usize, usize)>, usize) {
        let code = &self.program.functions[self.index];
        let all = code.params.iter().filter_map(|p| match p {
            Place::Frame(at, bytes) => Some((*at, *bytes)),
            Place::Register(_) => None,
        });
        (all.collect(), code.param_bytes)
    }
}
