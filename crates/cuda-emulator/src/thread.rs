//! One thread, run until it ends, waits, or has had its share.

use std::sync::Arc;

use crate::ast::Space;
use crate::code::{
    CTAID, Code, FRAME, Inst, Kind, LANE, LOCAL_WINDOW, MASKS, NTID, PARAM_WINDOW, Place, Program, SHARED_WINDOW, TID,
    WARP,
};
use crate::error::{Cause, Trap};
use crate::memory::Memory;
use crate::value::Slot;

/// A register file may not grow beyond so many slots, nor a stack beyond so many bytes: endless recursion.
const MOST_SLOTS: usize = 1 << 20;
const MOST_LOCAL: usize = 1 << 20;

type Stop<T> = Result<T, Box<Trap>>;

/// What all threads of a block see.
pub(crate) struct Shared<'a> {
    pub program: &'a Program,
    pub memory: &'a mut Memory,
    pub shared: &'a mut [u8],
    pub params: &'a mut [u8],
    /// Special registers that the whole block shares.
    pub special: &'a [Slot],
    /// Instructions executed in this launch.
    pub steps: u64,
}

/// Where a thread goes on when a function returns.
struct Frame {
    function: usize,
    pc: usize,
    base: usize,
    local: usize,
    site: usize,
}

/// One end of a value that is passed: a place in the function whose registers and frame begin there.
struct End {
    place: Place,
    base: usize,
    local: usize,
}

/// Bytes of a declared parameter.
fn bytes_of(place: Place) -> usize {
    match place {
        Place::Frame(_, bytes) => bytes,
        Place::Register(_) => 8,
    }
}

/// Why a thread is not running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Ready,
    /// At the barrier instruction before its `pc`.
    Barrier,
    /// At the warp instruction before its `pc`.
    Warp,
    Done,
}

pub(crate) struct Thread {
    /// Register files of the active functions, the last one's from `base`.
    slots: Vec<Slot>,
    base: usize,
    local: Vec<u8>,
    local_base: usize,
    frames: Vec<Frame>,
    pub function: usize,
    pub pc: usize,
    pub state: State,
    steps: u64,
}

impl Thread {
    /// A thread without registers; [`Thread::start`] makes it one of a launch.
    pub fn new() -> Self {
        Thread {
            slots: vec![],
            base: 0,
            local: vec![],
            local_base: 0,
            frames: vec![],
            function: 0,
            pc: 0,
            state: State::Done,
            steps: 0,
        }
    }

    /// Begins thread `n` of a block at `entry`.
    pub fn start(&mut self, entry: usize, n: u32, of: &Shared<'_>) {
        self.slots.clear();
        self.frames.clear();
        self.local.clear();
        (self.base, self.local_base, self.pc, self.steps) = (0, 0, 0, 0);
        self.function = entry;
        self.state = State::Ready;
        self.enter(entry, of);
        let (w, h) = (of.special[NTID as usize] as u32, of.special[NTID as usize + 1] as u32);
        let lane = n % 32;
        let own = [n % w, n / w % h, n / w / h, lane, n / 32];
        for (at, v) in [TID, TID + 1, TID + 2, LANE, WARP].into_iter().zip(own) {
            self.slots[at as usize] = Slot::from(v);
        }
        let (eq, below) = (1u32 << lane, (1u32 << lane) - 1);
        for (at, v) in [eq, below, below | eq, !(below | eq), !below].into_iter().enumerate() {
            self.slots[MASKS as usize + at] = Slot::from(v);
        }
    }

    /// Opens a function's register file and frame.
    fn enter(&mut self, function: usize, of: &Shared<'_>) {
        let code = &of.program.functions[function];
        let caller = self.base;
        self.base = self.slots.len();
        self.slots.extend_from_slice(&code.template);
        if self.frames.is_empty() {
            self.slots[..of.special.len()].copy_from_slice(of.special);
        } else {
            self.slots.copy_within(caller..caller + of.special.len(), self.base);
        }
        self.local_base = self.local.len().next_multiple_of(16);
        self.local.resize(self.local_base + code.frame, 0xa5);
        self.slots[self.base + FRAME as usize] = self.local_base as Slot;
        self.function = function;
        self.pc = 0;
    }

    /// Registers of the running function.
    pub fn slot(&self, at: u32) -> Slot {
        self.slots[self.base + at as usize]
    }
    pub fn set_slot(&mut self, at: u32, v: Slot) {
        self.slots[self.base + at as usize] = v;
    }

    /// The block's and the thread's place, for a message.
    pub fn place(&self) -> ([u32; 3], [u32; 3]) {
        let three = |at: u32| [0, 1, 2].map(|n| self.slots.get((at + n) as usize).map_or(0, |v| *v as u32));
        (three(CTAID), three(TID))
    }

    /// The instruction that the thread executed last.
    pub fn last<'p>(&self, program: &'p Program) -> &'p Inst {
        &program.functions[self.function].insts[self.pc.saturating_sub(1)]
    }

    /// Runs at most `share` instructions.
    pub fn run(&mut self, share: u64, of: &mut Shared<'_>) -> Stop<()> {
        let program = of.program;
        let mut code: &Arc<Code> = &program.functions[self.function];
        let mut left = share;
        let mut pc = self.pc;
        while left > 0 {
            left -= 1;
            let inst = &code.insts[pc];
            pc += 1;
            let slots = &mut self.slots[self.base..];
            match inst.kind {
                Kind::Alu(f) => f(slots, inst),
                Kind::Jump => pc = inst.x as usize,
                Kind::JumpIf if slots[inst.a as usize] & 1 == 1 => pc = inst.x as usize,
                Kind::JumpUnless if slots[inst.a as usize] & 1 == 0 => pc = inst.x as usize,
                Kind::JumpIf | Kind::JumpUnless | Kind::Nop => {}
                Kind::Load { space, bytes, signed } => {
                    let address = slots[inst.a as usize].wrapping_add(inst.x);
                    self.pc = pc;
                    let v = self.load(space, address, bytes, signed, of)?;
                    self.set_slot(inst.d, v);
                }
                Kind::Store { space, bytes } => {
                    let address = slots[inst.a as usize].wrapping_add(inst.x);
                    let v = slots[inst.b as usize];
                    self.pc = pc;
                    self.store(space, address, bytes, v, of)?;
                }
                _ => {
                    self.pc = pc;
                    self.rare(inst, code, self.steps + share - left, of)?;
                    pc = self.pc;
                    code = &program.functions[self.function];
                    if self.state != State::Ready {
                        break;
                    }
                }
            }
        }
        self.pc = pc;
        self.steps += share - left;
        of.steps += share - left;
        Ok(())
    }

    fn rare(&mut self, inst: &Inst, code: &Code, steps: u64, of: &mut Shared<'_>) -> Stop<()> {
        let list = |at: u32, n: u32| &code.lists[at as usize..(at + n) as usize];
        match inst.kind {
            Kind::LoadMany { space, bytes, signed } => {
                let at = self.vector(inst, bytes)?;
                for (n, &d) in list(inst.d, inst.e).iter().enumerate() {
                    let v = self.load(space, at + n as u64 * u64::from(bytes), bytes, signed, of)?;
                    self.set_slot(d, v);
                }
            }
            Kind::StoreMany { space, bytes } => {
                let at = self.vector(inst, bytes)?;
                for (n, &s) in list(inst.d, inst.e).iter().enumerate() {
                    self.store(space, at + n as u64 * u64::from(bytes), bytes, self.slot(s), of)?;
                }
            }
            Kind::Atom { space, bytes, to } => {
                let at = self.slot(inst.a).wrapping_add(inst.x);
                let old = self.load(space, at, bytes, false, of)?;
                let new = to(old, self.slot(inst.b), self.slot(inst.c));
                self.store(space, at, bytes, new, of)?;
                self.set_slot(inst.d, old);
            }
            Kind::JumpTable => {
                let all = list(inst.d, inst.e);
                let Some(&to) = all.get(self.slot(inst.a) as u32 as usize) else {
                    return Err(Trap::new(
                        Cause::IllegalInstruction,
                        "an index beyond the branch targets",
                    ));
                };
                self.pc = to as usize;
            }
            Kind::Call => self.call(inst.x as usize, code, of)?,
            Kind::Return => self.leave(of),
            Kind::Exit => self.state = State::Done,
            Kind::Barrier { .. } => self.state = State::Barrier,
            Kind::Arrive => self.state = State::Barrier,
            Kind::Warp(_) => self.state = State::Warp,
            Kind::Clock => {
                let v = if inst.x == 1 { steps >> 32 } else { steps };
                self.set_slot(inst.d, v);
            }
            Kind::Trap => return Err(Trap::new(Cause::IllegalInstruction, "`trap`")),
            _ => {}
        }
        Ok(())
    }

    fn call(&mut self, site: usize, code: &Code, of: &Shared<'_>) -> Stop<()> {
        if self.slots.len() > MOST_SLOTS || self.local.len() > MOST_LOCAL {
            return Err(Trap::new(Cause::LaunchFailed, "the stack is full"));
        }
        let at = &code.sites[site];
        let (caller, caller_local) = (self.base, self.local_base);
        self.frames.push(Frame {
            function: self.function,
            pc: self.pc,
            base: caller,
            local: caller_local,
            site,
        });
        self.enter(at.function, of);
        let callee = of.program.functions[at.function].clone();
        for (from, to) in at.arguments.iter().zip(&callee.params) {
            let from = End {
                place: *from,
                base: caller,
                local: caller_local,
            };
            let to_end = End {
                place: *to,
                base: self.base,
                local: self.local_base,
            };
            self.pass(from, to_end, bytes_of(*to));
        }
        Ok(())
    }

    /// Back to the caller, or to the end.
    fn leave(&mut self, of: &Shared<'_>) {
        let Some(frame) = self.frames.pop() else {
            self.state = State::Done;
            return;
        };
        let callee = of.program.functions[self.function].clone();
        let caller = of.program.functions[frame.function].clone();
        for (from, to) in callee.results.iter().zip(&caller.sites[frame.site].results) {
            let from_end = End {
                place: *from,
                base: self.base,
                local: self.local_base,
            };
            let to = End {
                place: *to,
                base: frame.base,
                local: frame.local,
            };
            self.pass(from_end, to, bytes_of(*from));
        }
        self.slots.truncate(self.base);
        self.local.truncate(self.local_base);
        (self.function, self.pc, self.base, self.local_base) = (frame.function, frame.pc, frame.base, frame.local);
    }

    /// Copies a value between two functions' places.
    fn pass(&mut self, from: End, to: End, bytes: usize) {
        let value = match from.place {
            Place::Register(slot) => self.slots[from.base + slot as usize].to_le_bytes().to_vec(),
            Place::Frame(at, _) => self.local[from.local + at..][..bytes].to_vec(),
        };
        match to.place {
            Place::Frame(at, _) => {
                let bytes = bytes.min(value.len());
                self.local[to.local + at..][..bytes].copy_from_slice(&value[..bytes]);
            }
            Place::Register(slot) => {
                let mut wide = [0; 8];
                let bytes = value.len().min(8);
                wide[..bytes].copy_from_slice(&value[..bytes]);
                self.slots[to.base + slot as usize] = u64::from_le_bytes(wide);
            }
        }
    }

    fn vector(&self, inst: &Inst, bytes: u8) -> Stop<u64> {
        let at = self.slot(inst.a).wrapping_add(inst.x);
        let whole = u64::from(bytes) * u64::from(inst.e);
        if !at.is_multiple_of(whole) {
            return Err(misaligned(at, whole));
        }
        Ok(at)
    }

    #[inline]
    fn load(&mut self, space: Space, at: u64, bytes: u8, signed: bool, of: &mut Shared<'_>) -> Stop<Slot> {
        let from = self.resolve(space, at, bytes, of, false)?;
        let v = match *from {
            [a] => u64::from(a),
            [a, b] => u64::from(u16::from_le_bytes([a, b])),
            [a, b, c, d] => u64::from(u32::from_le_bytes([a, b, c, d])),
            _ => from.first_chunk().map_or(0, |b| u64::from_le_bytes(*b)),
        };
        if signed {
            let up = 64 - 8 * u32::from(bytes);
            return Ok(((v << up) as i64 >> up) as u64);
        }
        Ok(v)
    }

    #[inline]
    fn store(&mut self, space: Space, at: u64, bytes: u8, v: Slot, of: &mut Shared<'_>) -> Stop<()> {
        let to = self.resolve(space, at, bytes, of, true)?;
        match to {
            [a] => *a = v as u8,
            [_, _] => to.copy_from_slice(&(v as u16).to_le_bytes()),
            [_, _, _, _] => to.copy_from_slice(&(v as u32).to_le_bytes()),
            _ => to.copy_from_slice(&v.to_le_bytes()),
        }
        Ok(())
    }

    /// The bytes of an access.
    #[inline]
    fn resolve<'m>(
        &'m mut self,
        space: Space,
        at: u64,
        bytes: u8,
        of: &'m mut Shared<'_>,
        write: bool,
    ) -> Stop<&'m mut [u8]> {
        let n = usize::from(bytes);
        if at & (u64::from(bytes) - 1) != 0 {
            return Err(misaligned(at, bytes.into()));
        }
        let (space, offset) = match space {
            Space::Generic | Space::Param => match at >> 32 << 32 {
                SHARED_WINDOW => (Space::Shared, at - SHARED_WINDOW),
                LOCAL_WINDOW => (Space::Local, at - LOCAL_WINDOW),
                PARAM_WINDOW => (Space::Param, at - PARAM_WINDOW),
                _ => (Space::Global, at),
            },
            other => (other, at),
        };
        let all: &mut [u8] = match space {
            Space::Global | Space::Const | Space::Generic => {
                let Some(found) = of.memory.find(at, n) else {
                    let what = format!("{} {bytes} bytes at {at:#x}, {}", verb(write), of.memory.describe(at));
                    return Err(Trap::new(Cause::IllegalAddress, what));
                };
                return Ok(of.memory.at(found, n));
            }
            Space::Shared => of.shared,
            Space::Local => &mut self.local,
            Space::Param if write => &mut [],
            Space::Param => of.params,
        };
        let found = all.get_mut(offset as usize..(offset as usize).saturating_add(n));
        found.ok_or_else(|| {
            let what = format!(
                "{} {bytes} bytes at {offset:#x} of {space:?} memory, which has no such place",
                verb(write)
            );
            Trap::new(Cause::IllegalAddress, what)
        })
    }
}

fn verb(write: bool) -> &'static str {
    if write { "writes" } else { "reads" }
}

#[cold]
fn misaligned(at: u64, bytes: u64) -> Box<Trap> {
    Trap::new(Cause::Misaligned, format!("an access of {bytes} bytes at {at:#x}"))
}
