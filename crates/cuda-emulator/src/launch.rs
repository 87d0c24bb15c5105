//! A launch: blocks one after the other, the threads of a block in turns.
//!
//! A thread runs until it ends, waits at a barrier or for its warp, or has had its share; then the next one runs.
//! With a seed, blocks and threads come in a shuffled order and shares are short and random, so that threads
//! interleave anywhere. What waits goes on when all it waits for is there; when nobody can go on, the launch fails.

use crate::code::{CTAID, DYNAMIC_BYTES, FIRST, Inst, Kind, NCTAID, NTID, NWARP, Program, SHARED_BYTES, Vote, given};
use crate::error::{Cause, Trap};
use crate::memory::Memory;
use crate::thread::{Shared, State, Thread};
use crate::value::Slot;
use crate::warp;

type Stop<T> = Result<T, Box<Trap>>;

/// Instructions of one share without a seed: enough that a thread that waits for another by spinning gives way.
const SHARE: u64 = 1 << 16;

/// What to launch.
pub struct Launch<'a> {
    pub program: &'a Program,
    pub entry: usize,
    pub grid: [u32; 3],
    pub block: [u32; 3],
    /// The entry's parameters, laid out as it declares them.
    pub params: Vec<u8>,
    pub dynamic_shared: usize,
    /// Shuffles the order in which threads go on.
    pub seed: Option<u64>,
    /// Instructions at most.
    pub limit: u64,
}

/// SplitMix64 (Steele, Lea, Flood, 2014).
struct Random(u64);
impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    fn shuffle<T>(&mut self, all: &mut [T]) {
        for n in (1..all.len()).rev() {
            all.swap(n, (self.next() % (n as u64 + 1)) as usize);
        }
    }
}

/// Runs a launch to its end; how many instructions that took.
///
/// # Errors
/// The first thing that stops it.
pub fn run(launch: &Launch<'_>, memory: &mut Memory) -> Stop<u64> {
    let [gx, gy, gz] = launch.grid.map(u64::from);
    let mut random = launch.seed.map(Random);
    let mut shared = vec![0xa5; launch.program.shared + launch.dynamic_shared];
    let mut params = launch.params.clone();
    let mut pool = vec![];
    let mut steps = 0;
    let count = gx * gy * gz;
    // A shuffled order of many blocks: a stride that shares no factor with their number.
    let stride = random.as_mut().map_or(1, |r| (r.next() % count.max(1)).max(1));
    let stride = (stride..).find(|s| gcd(*s, count.max(1)) == 1).unwrap_or(1);
    for n in 0..count {
        let n = (u128::from(n) * u128::from(stride) % u128::from(count)) as u64;
        let place = [n % gx, n / gx % gy, n / gx / gy].map(|v| v as u32);
        let special = special(launch, place);
        shared.fill(0xa5);
        let mut block = Block {
            launch,
            seats: (0..launch.block.iter().product()).map(|_| Seat::NotStarted).collect(),
            ended: 0,
            barriers: vec![],
            warps_wait: false,
            pool: &mut pool,
            shared: Shared {
                program: launch.program,
                memory,
                shared: &mut shared,
                params: &mut params,
                special: &special,
                steps,
            },
        };
        let ended = block.run(random.as_mut());
        steps = block.shared.steps;
        ended?;
    }
    Ok(steps)
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Special registers that a block's threads share.
fn special(launch: &Launch<'_>, place: [u32; 3]) -> [Slot; FIRST as usize] {
    let mut all = [0; FIRST as usize];
    for n in 0..3 {
        all[NTID as usize + n] = launch.block[n].into();
        all[CTAID as usize + n] = place[n].into();
        all[NCTAID as usize + n] = launch.grid[n].into();
    }
    all[NWARP as usize] = launch.block.iter().product::<u32>().div_ceil(32).into();
    all[SHARED_BYTES as usize] = (launch.program.shared + launch.dynamic_shared) as Slot;
    all[DYNAMIC_BYTES as usize] = launch.dynamic_shared as Slot;
    all
}

/// Threads that wait at one barrier.
struct Barrier {
    id: u32,
    /// Threads expected, where an instruction says so.
    count: Option<u32>,
    waiting: Vec<usize>,
    /// How many have come, those included that do not wait.
    arrived: u32,
    /// How many brought a true predicate.
    yes: u32,
}

/// A thread's place in its block.
enum Seat {
    NotStarted,
    Taken(Thread),
    Ended,
}

struct Block<'a, 'b> {
    launch: &'a Launch<'a>,
    seats: Vec<Seat>,
    ended: usize,
    barriers: Vec<Barrier>,
    /// Whether a thread may wait for its warp.
    warps_wait: bool,
    /// Register files to use again.
    pool: &'b mut Vec<Thread>,
    shared: Shared<'b>,
}

impl Block<'_, '_> {
    fn run(&mut self, mut random: Option<&mut Random>) -> Stop<()> {
        let count = self.seats.len();
        let mut order: Vec<usize> = (0..count).collect();
        while self.ended < count {
            if let Some(r) = random.as_deref_mut() {
                r.shuffle(&mut order);
            }
            let mut moved = false;
            for &n in &order {
                let share = random.as_deref_mut().map_or(SHARE, |r| 1 + r.next() % 24);
                moved |= self.turn(n, share)?;
                if self.shared.steps > self.launch.limit {
                    let trap = Trap::new(Cause::Timeout, "more instructions than the watchdog allows");
                    return Err(self.placed(n, trap));
                }
            }
            let freed = self.release_barriers()? | self.release_warps()?;
            if !moved && !freed {
                return Err(self.stuck());
            }
        }
        Ok(())
    }

    /// Lets thread `n` run; whether it could.
    fn turn(&mut self, n: usize, share: u64) -> Stop<bool> {
        if let Seat::NotStarted = self.seats[n] {
            let mut thread = self.pool.pop().unwrap_or_else(Thread::new);
            thread.start(self.launch.entry, n as u32, &self.shared);
            self.seats[n] = Seat::Taken(thread);
        }
        let Seat::Taken(thread) = &mut self.seats[n] else {
            return Ok(false);
        };
        if thread.state != State::Ready {
            return Ok(false);
        }
        let ran = thread.run(share, &mut self.shared);
        let state = thread.state;
        ran.map_err(|trap| self.placed(n, trap))?;
        match state {
            State::Ready => {}
            State::Warp => self.warps_wait = true,
            State::Barrier => self.arrive(n),
            State::Done => {
                self.ended += 1;
                if let Seat::Taken(thread) = std::mem::replace(&mut self.seats[n], Seat::Ended) {
                    self.pool.push(thread);
                }
            }
        }
        Ok(true)
    }

    fn thread(&mut self, n: usize) -> Option<&mut Thread> {
        match &mut self.seats[n] {
            Seat::Taken(thread) => Some(thread),
            _ => None,
        }
    }

    /// Puts thread `n`, which stands at a barrier instruction, into its barrier.
    fn arrive(&mut self, n: usize) {
        let program = self.launch.program;
        let Some(thread) = self.thread(n) else { return };
        let inst = thread.last(program);
        let id = thread.slot(inst.a) as u32;
        let count = given(inst.b).then(|| thread.slot(inst.b) as u32);
        let waits = matches!(inst.kind, Kind::Barrier { .. });
        let yes = matches!(inst.kind, Kind::Barrier { vote, .. } if vote != Vote::None) && thread.slot(inst.c) & 1 == 1;
        if !waits {
            thread.state = State::Ready;
        }
        let at = self.barriers.iter().position(|b| b.id == id).unwrap_or_else(|| {
            self.barriers.push(Barrier {
                id,
                count,
                waiting: vec![],
                arrived: 0,
                yes: 0,
            });
            self.barriers.len() - 1
        });
        let barrier = &mut self.barriers[at];
        barrier.arrived += 1;
        barrier.yes += u32::from(yes);
        if waits {
            barrier.waiting.push(n);
        }
    }

    /// Opens the barriers that everybody has reached; whether one was.
    fn release_barriers(&mut self) -> Stop<bool> {
        // Threads that have ended are not waited for.
        let live = (self.seats.len() - self.ended) as u32;
        let full = |b: &Barrier| b.arrived >= b.count.unwrap_or(live);
        let mut any = false;
        while let Some(at) = self.barriers.iter().position(full) {
            let barrier = self.barriers.swap_remove(at);
            self.check_alignment(&barrier)?;
            let program = self.launch.program;
            for &n in &barrier.waiting {
                let Some(thread) = self.thread(n) else { continue };
                let inst = thread.last(program);
                let result = match inst.kind {
                    Kind::Barrier { vote: Vote::Popc, .. } => Some(barrier.yes),
                    Kind::Barrier { vote: Vote::And, .. } => Some(u32::from(barrier.yes == barrier.arrived)),
                    Kind::Barrier { vote: Vote::Or, .. } => Some(u32::from(barrier.yes > 0)),
                    _ => None,
                };
                if let Some(v) = result {
                    thread.set_slot(inst.d, v.into());
                }
                thread.state = State::Ready;
            }
            any = true;
        }
        Ok(any)
    }

    /// An aligned barrier is one instruction for all threads of a warp.
    fn check_alignment(&mut self, barrier: &Barrier) -> Stop<()> {
        let program = self.launch.program;
        let mut first: Vec<Option<(usize, usize, u32)>> = vec![None; self.seats.len().div_ceil(32)];
        for &n in &barrier.waiting {
            let Some(thread) = self.thread(n) else { continue };
            let inst = thread.last(program);
            if !matches!(inst.kind, Kind::Barrier { aligned: true, .. }) {
                continue;
            }
            let (line, here) = (inst.line, (thread.function, thread.pc));
            match first[n / 32] {
                Some((function, pc, other)) if (function, pc) != here => {
                    let what = format!(
                        "barrier {} diverges: threads of one warp are at the barriers of lines {other} and {line}",
                        barrier.id
                    );
                    return Err(self.placed(n, Trap::new(Cause::LaunchFailed, what)));
                }
                _ => first[n / 32] = Some((here.0, here.1, line)),
            }
        }
        Ok(())
    }

    /// Performs the warp instructions that all named lanes have reached; whether there was one.
    fn release_warps(&mut self) -> Stop<bool> {
        if !self.warps_wait {
            return Ok(false);
        }
        let (mut any, mut waiting) = (false, false);
        for first in (0..self.seats.len()).step_by(32) {
            for n in first..(first + 32).min(self.seats.len()) {
                if matches!(&self.seats[n], Seat::Taken(t) if t.state == State::Warp) {
                    let done = self.perform(first, n)?;
                    any |= done;
                    waiting |= !done;
                }
            }
        }
        self.warps_wait = waiting;
        Ok(any)
    }

    /// Performs the warp instruction at which thread `n` waits, if the lanes of its mask are there.
    fn perform(&mut self, first: usize, n: usize) -> Stop<bool> {
        let program = self.launch.program;
        let Some(thread) = self.thread(n) else { return Ok(false) };
        let here = (thread.function, thread.pc);
        let inst: Inst = *thread.last(program);
        let mask_slot = program.functions[here.0].lists[inst.x as usize];
        let mask = thread.slot(mask_slot) as u32;
        if mask >> (n - first) & 1 == 0 {
            let what = format!("lane {} is not in its own mask {mask:#x}", n - first);
            return Err(self.placed(n, Trap::new(Cause::LaunchFailed, what)));
        }
        let mut lanes = vec![];
        for lane in 0..32 {
            if mask >> lane & 1 == 0 || first + lane >= self.seats.len() {
                continue;
            }
            match &self.seats[first + lane] {
                // Nobody waits for a lane that has ended.
                Seat::Ended => {}
                Seat::Taken(t) if t.state == State::Warp && (t.function, t.pc) == here => lanes.push(warp::Lane {
                    lane: lane as u32,
                    a: t.slot(inst.a),
                    b: t.slot(inst.b),
                    c: t.slot(inst.c),
                }),
                _ => return Ok(false),
            }
        }
        let Kind::Warp(what) = inst.kind else { return Ok(false) };
        for (lane, d, p) in warp::perform(what, &lanes) {
            let Some(thread) = self.thread(first + lane as usize) else {
                continue;
            };
            if given(inst.e) {
                thread.set_slot(inst.e, p.into());
            }
            thread.set_slot(inst.d, d);
            thread.state = State::Ready;
        }
        Ok(true)
    }

    /// Nobody can go on.
    fn stuck(&mut self) -> Box<Trap> {
        let program = self.launch.program;
        let mut waiting = vec![];
        for n in 0..self.seats.len() {
            if let Some(thread) = self.thread(n) {
                waiting.push((n, thread.last(program).line, thread.state));
            }
        }
        let mut lines: Vec<u32> = waiting.iter().map(|w| w.1).collect();
        lines.sort_unstable();
        lines.dedup();
        let what = format!(
            "barrier divergence: {} threads wait for ever at lines {lines:?}, {} have ended",
            waiting.len(),
            self.ended
        );
        let n = waiting.first().map_or(0, |w| w.0);
        self.placed(n, Trap::new(Cause::LaunchFailed, what))
    }

    /// Adds where thread `n` is.
    fn placed(&mut self, n: usize, mut trap: Box<Trap>) -> Box<Trap> {
        let program = self.launch.program;
        if let Some(thread) = self.thread(n) {
            (trap.block, trap.thread) = thread.place();
            trap.line = thread.last(program).line;
        }
        trap
    }
}
