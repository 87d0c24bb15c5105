//! The `check` device: one iteration at a time, interpreted, backwards and in a shuffled order, every access watched.
//!
//! Two iterations that touch one element, at least one of them writing, are an [`Error::Race`] with both
//! places. Reductions keep their shape, so a kernel without a race has the bits of every strict device.

use std::any::Any;
use std::sync::{Arc, Mutex};

use hoist_backend::backend::{
    Api, Backend, DeviceInfo, Grid, LaunchTimes, Mem, Memory, Prog, Source, Strictness, Target,
};
use hoist_backend::error::{Access, Error, Race, Result};
use hoist_ir::{Bytes, interpret};
use hoist_machine::program::{BLOCK, PARTIALS, Reds};
use hoist_machine::{ScalarType, Space};

use crate::launch::{Loop, dims};
use crate::reduce::join_blocks;
use crate::store::lock;
use crate::trace_ctx::TraceCtx;

/// The `check` device's family.
pub(crate) const API: Api = Api {
    name: "check",
    open: |n| match n {
        None | Some(0) => Ok(Arc::new(Check(info()))),
        Some(n) => Err(Error::UnknownDevice {
            name: format!("check:{n}"),
            known: vec!["check".into()],
        }),
    },
    list: || Ok(vec![info()]),
};

pub(crate) fn info() -> DeviceInfo {
    DeviceInfo {
        id: "check".into(),
        name: "interpreter, shuffled iterations, every access watched".into(),
        api: "check",
        driver: concat!("hoist ", env!("CARGO_PKG_VERSION")).into(),
        memory: 0,
        is_cpu: true,
        max_work_group: 1,
        max_rounds: None,
        max_shared_bytes: u32::MAX,
        max_groups: u32::MAX,
        max_binding_bytes: u64::MAX,
        max_bindings: u32::MAX,
        types: ScalarType::ALL.to_vec(),
        int64: true,
        fused: true,
        strict: Strictness::Strict,
    }
}

struct HostMemory(Mutex<Vec<u8>>);
impl Memory for HostMemory {
    fn bytes(&self) -> usize {
        lock(&self.0).len()
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Memory on the host; its loops are run by [`TraceCtx::check_loop`].
struct Check(DeviceInfo);

fn contents(mem: &Mem) -> Result<&Mutex<Vec<u8>>> {
    let ours = mem.as_any().downcast_ref::<HostMemory>();
    ours.map(|m| &m.0).ok_or_else(|| Error::WrongDevice {
        what: "memory".into(),
        is: "another device".into(),
        wanted: "check".into(),
    })
}

impl Backend for Check {
    fn info(&self) -> &DeviceInfo {
        &self.0
    }
    fn target(&self) -> Target {
        Target::Ir
    }
    fn alloc(&self, bytes: usize) -> Result<Mem> {
        let mut all = vec![];
        all.try_reserve_exact(bytes).map_err(|e| Error::Driver {
            device: "check".into(),
            call: "allocate".into(),
            log: e.to_string(),
        })?;
        all.resize(bytes, 0);
        Ok(Arc::new(HostMemory(Mutex::new(all))))
    }
    fn write(&self, to: &Mem, offset: usize, data: &[u8]) -> Result<()> {
        lock(contents(to)?)[offset..][..data.len()].copy_from_slice(data);
        Ok(())
    }
    fn read(&self, from: &Mem, offset: usize, out: &mut [u8]) -> Result<()> {
        out.copy_from_slice(&lock(contents(from)?)[offset..][..out.len()]);
        Ok(())
    }
    fn copy(&self, from: &Mem, from_offset: usize, to: &Mem, to_offset: usize, bytes: usize) -> Result<()> {
        let data = lock(contents(from)?)[from_offset..][..bytes].to_vec();
        self.write(to, to_offset, &data)
    }
    fn compile(&self, source: &Source<'_>) -> Result<Prog> {
        Err(Error::Unsupported {
            device: "check".into(),
            what: format!("the text of kernel {}", source.entry),
            limit: "it interprets kernels and compiles nothing".into(),
        })
    }
    fn launch(&self, _: &Prog, _: &[&Mem], _: Grid) -> Result<LaunchTimes> {
        Err(Error::Unsupported {
            device: "check".into(),
            what: "a compiled program".into(),
            limit: "it interprets kernels and compiles nothing".into(),
        })
    }
    fn synchronize(&self) -> Result<()> {
        Ok(())
    }
}

/// An access that an element remembers: the iteration + 1, and the place.
#[derive(Clone, Copy, Default)]
struct Touch {
    iteration: u64,
    /// In a group, the loop of items, counted as they run, and the item + 1; 0 for the group itself.
    items: u64,
    item: u64,
    site: u32,
}
impl Touch {
    /// This touch, where it may come before or after one of `now`.
    fn other(self, now: Touch) -> Option<Touch> {
        let item = self.items == now.items && self.item != now.item;
        (self.iteration != 0 && (self.iteration != now.iteration || item)).then_some(self)
    }
    fn same(self, now: Touch) -> bool {
        self.iteration == 0 || self.other(now).is_none()
    }
}

/// What was done to one element: its last writer and two different readers, which is enough to tell any
/// writer of one that is not itself.
#[derive(Clone, Copy, Default)]
struct Element {
    writer: Touch,
    /// What was written.
    bits: u64,
    readers: [Touch; 2],
}

/// The memories of a loop, watched.
struct Watched {
    bytes: Bytes,
    /// For each memory, by element of the memory; empty where nothing is written.
    seen: Vec<Vec<Element>>,
    now: Touch,
    /// Whether groups and items run backwards, and how often items were shuffled.
    backwards: bool,
    shuffles: u64,
    /// Whether everything runs in its own order.
    serial: bool,
    /// Whether several iterations may write one element, if they write the same.
    shared: bool,
    race: Option<(usize, u64, Touch, bool, Touch, bool)>,
}

impl Watched {
    fn new(memories: Vec<Vec<u8>>, l: &Loop, serial: bool) -> Self {
        let mut seen: Vec<Vec<Element>> = memories.iter().map(|_| vec![]).collect();
        for (n, b) in l.args.buffers.iter().enumerate() {
            if !serial && l.written(n) {
                let m = b.memory as usize;
                seen[m] = vec![Element::default(); memories[m].len() / b.elem.size()];
            }
        }
        Watched {
            bytes: Bytes::new(memories, &l.args),
            seen,
            now: Touch::default(),
            backwards: false,
            shuffles: 0,
            serial,
            shared: l.info.one_thread,
            race: None,
        }
    }

    /// The race that was seen, in the user's terms.
    fn report(&self, l: &Loop, space: &Space) -> Result<()> {
        let Some((buffer, index, first, first_writes, second, second_writes)) = self.race else {
            return Ok(());
        };
        let file = std::fs::read_to_string(l.info.file).unwrap_or_default();
        let access = |t: Touch, writes| {
            let site = l.info.sites.get(t.site as usize);
            let line = site.map_or(l.info.line, |s| s.line);
            Access {
                line,
                column: site.map_or(0, |s| s.column),
                text: file.lines().nth(line as usize - 1).unwrap_or_default().to_string(),
                writes,
                iteration: l.iteration(space, t.iteration - 1),
            }
        };
        Err(Error::Race(Box::new(Race {
            kernel: l.info.kernel,
            file: l.info.file,
            line: l.info.line,
            claimed: l.info.one_thread,
            slice: l.ir.buffers.handles().nth(buffer).map_or("", |(_, b)| b.name),
            index,
            first: access(first, first_writes),
            second: access(second, second_writes),
        })))
    }

    /// An access; `bits` is what it writes.
    fn touch(&mut self, buffer: usize, index: u64, site: u32, bits: Option<u64>) {
        let writes = bits.is_some();
        let span = self.bytes.spans[buffer];
        let Some(e) = self.seen[span.memory].get_mut(span.offset + index as usize) else {
            return;
        };
        let now = Touch { site, ..self.now };
        let clash = match e.writer.other(now) {
            Some(_) if self.shared && bits == Some(e.bits) => None,
            Some(writer) => Some((writer, true)),
            None if writes => e.readers.iter().find_map(|r| r.other(now)).map(|r| (r, false)),
            None => None,
        };
        if let Some((first, first_writes)) = clash {
            self.race
                .get_or_insert((buffer, index, first, first_writes, now, writes));
        }
        if let Some(bits) = bits {
            (e.writer, e.bits) = (now, bits);
        } else if e.readers[0].same(now) {
            e.readers[0] = now;
        } else {
            e.readers[1] = now;
        }
    }
}

impl hoist_ir::Memory for Watched {
    fn len(&self, buffer: usize) -> u64 {
        hoist_ir::Memory::len(&self.bytes, buffer)
    }
    fn load(&mut self, buffer: usize, index: u64, site: u32) -> u64 {
        self.touch(buffer, index, site, None);
        self.bytes.load(buffer, index, site)
    }
    fn store(&mut self, buffer: usize, index: u64, bits: u64, site: u32) {
        self.touch(buffer, index, site, Some(bits));
        self.bytes.store(buffer, index, bits, site);
    }
    /// An update meets nothing but updates of the same operation, in any order: the front end sees to that.
    fn update(&mut self, buffer: usize, index: u64, site: u32, change: &mut dyn FnMut(u64) -> u64) {
        self.bytes.update(buffer, index, site, change);
    }
    fn order(&mut self, n: usize) -> Option<Vec<usize>> {
        self.now.items += 1;
        if self.serial {
            return None;
        }
        let mut all: Vec<u64> = (0..n as u64).collect();
        if self.backwards {
            all.reverse();
        } else {
            self.shuffles += 1;
            shuffle(&mut all, self.shuffles);
        }
        Some(all.into_iter().map(|n| n as usize).collect())
    }
    fn item(&mut self, item: Option<u64>) {
        match item {
            Some(item) => self.now.item = item + 1,
            // What the group does from here on comes after its items.
            None => {
                self.now.item = 0;
                self.now.items += 1;
            }
        }
    }
}

/// A reproducible order: SplitMix64 (Steele, Lea, Flood, 2014) behind a Fisher-Yates shuffle.
fn shuffle(all: &mut [u64], mut seed: u64) {
    for n in (1..all.len()).rev() {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        all.swap(n, ((z ^ (z >> 31)) % (n as u64 + 1)) as usize);
    }
}

/// Iterations beyond which a loop is run in one order only.
const SEVERAL_ORDERS: u64 = 1 << 16;

/// How a loop's iterations are numbered for its reductions: a chain is what must stay in order, a
/// partial's iterations, else one iteration.
struct Chains {
    count: u64,
    last: u64,
    blocks: u64,
    chained: bool,
    chains: u64,
}

impl Chains {
    fn new<R: Reds>(space: &Space) -> Self {
        let [_, _, (_, _, last)] = dims(space);
        let (count, blocks) = (space.count() as u64, last.div_ceil(BLOCK as u64));
        let rows = count.checked_div(last).unwrap_or(0);
        let chained = R::COUNT > 0;
        Chains {
            count,
            last,
            blocks,
            chained,
            chains: if chained {
                rows * blocks * PARTIALS as u64
            } else {
                count
            },
        }
    }
    /// The chain of an iteration.
    fn of(&self, n: u64) -> u64 {
        let (row, column) = (n / self.last, n % self.last);
        (row * self.blocks + column / BLOCK as u64) * PARTIALS as u64 + column % PARTIALS as u64
    }
    /// The iterations of a chain, in order.
    fn iterations(&self, chain: u64) -> Vec<u64> {
        if !self.chained {
            return vec![chain];
        }
        let (block, p) = (chain / PARTIALS as u64, chain % PARTIALS as u64);
        let (row, first) = (block / self.blocks, block % self.blocks * BLOCK as u64);
        let end = self.last.min(first + BLOCK as u64);
        let columns = (first + p..end).step_by(PARTIALS);
        columns.map(|c| row * self.last + c).collect()
    }
}

/// What one pass over the iterations gave.
struct Pass {
    accumulators: Vec<Vec<u8>>,
    fault: Option<(u64, hoist_ir::Fault)>,
}

impl TraceCtx<'_> {
    /// Runs a loop by the interpreter: backwards on a copy of everything, to see what meets, then in a
    /// shuffled order. Scratch needs no watching for what was never written: it is filled when it is made.
    pub(crate) fn check_loop<R: Reds>(&mut self, l: &Loop, space: &Space, reds: &R, serial: bool) -> Result<R::Out> {
        let memories = self
            .memories
            .iter()
            .map(|m| Ok(lock(contents(m)?).clone()))
            .collect::<Result<Vec<_>>>()?;
        let chains = Chains::new::<R>(space);
        let order: Vec<u64> = (0..chains.chains).collect();
        if !serial && chains.count <= SEVERAL_ORDERS {
            let mut watched = Watched::new(memories.clone(), l, false);
            watched.backwards = true;
            let backwards: Vec<u64> = order.iter().rev().copied().collect();
            self.pass(l, space, &mut watched, &chains, backwards);
            watched.report(l, space)?;
        }
        let mut watched = Watched::new(memories, l, serial);
        let pass = if serial {
            self.in_order(l, space, &mut watched, &chains)
        } else {
            let mut order = order;
            shuffle(&mut order, 0x0068_6f69_7374);
            self.pass(l, space, &mut watched, &chains, order)
        };
        let race = watched.report(l, space);
        for (mem, bytes) in self.memories.iter().zip(watched.bytes.memories) {
            *lock(contents(mem)?) = bytes;
        }
        self.device.profile_with(|p| {
            p.launches += 1;
            p.serial += u64::from(serial);
        });
        if let Some((n, f)) = pass.fault {
            return Err(Error::Fault(l.fault(space, n, f.kind, f.site, f.index, f.len)));
        }
        race?;
        let blocks = chains.chains / PARTIALS as u64;
        Ok(join_blocks(
            reds,
            &pass.accumulators,
            if chains.chained { blocks as usize } else { 0 },
        ))
    }

    fn accumulators(l: &Loop, chains: &Chains) -> Vec<Vec<u8>> {
        let all = l.ir.reductions.iter();
        all.map(|r| r.identity.to_le_bytes()[..r.ty.size()].repeat(chains.chains as usize))
            .collect()
    }

    /// The chains in this order; the lowest iteration's fault is kept.
    fn pass(&self, l: &Loop, space: &Space, watched: &mut Watched, chains: &Chains, order: Vec<u64>) -> Pass {
        let mut accumulators = Self::accumulators(l, chains);
        let mut fault: Option<(u64, hoist_ir::Fault)> = None;
        for chain in order {
            for n in chains.iterations(chain) {
                if let Err(f) = self.one(l, space, watched, &mut accumulators, chain, n)
                    && fault.is_none_or(|(at, _)| n < at)
                {
                    fault = Some((n, f));
                }
            }
        }
        Pass { accumulators, fault }
    }

    /// As the plain loop, up to a fault.
    fn in_order(&self, l: &Loop, space: &Space, watched: &mut Watched, chains: &Chains) -> Pass {
        let mut accumulators = Self::accumulators(l, chains);
        let fault = (0..chains.count).find_map(|n| {
            let done = self.one(l, space, watched, &mut accumulators, chains.of(n), n);
            done.err().map(|f| (n, f))
        });
        Pass { accumulators, fault }
    }

    /// Iteration `n`, which joins the accumulators of `chain`.
    fn one(
        &self,
        l: &Loop,
        space: &Space,
        watched: &mut Watched,
        accumulators: &mut [Vec<u8>],
        chain: u64,
        n: u64,
    ) -> Result<(), hoist_ir::Fault> {
        watched.now = Touch {
            iteration: n + 1,
            ..Touch::default()
        };
        let place = |size: usize| chain as usize * size..(chain as usize + 1) * size;
        let mut acc: Vec<u64> = vec![];
        for (r, bytes) in l.ir.reductions.iter().zip(&*accumulators) {
            let mut word = [0u8; 8];
            word[..r.ty.size()].copy_from_slice(&bytes[place(r.ty.size())]);
            acc.push(u64::from_le_bytes(word));
        }
        interpret(&l.ir, &l.args.uniforms, watched, space.at(n), &mut acc)?;
        for ((r, bytes), bits) in l.ir.reductions.iter().zip(accumulators).zip(acc) {
            let size = r.ty.size();
            bytes[place(size)].copy_from_slice(&bits.to_le_bytes()[..size]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hoist_ir::Span;

    /// One memory of four numbers, seen through two slices that share its element 2.
    fn watched(shared: bool) -> Watched {
        let span = |offset, len| Span {
            memory: 0,
            offset,
            len,
            elem: ScalarType::I32,
        };
        Watched {
            bytes: Bytes {
                memories: vec![vec![0; 16]],
                spans: vec![span(0, 3), span(2, 2)],
            },
            seen: vec![vec![Element::default(); 4]],
            now: Touch::default(),
            backwards: false,
            shuffles: 0,
            serial: false,
            shared,
            race: None,
        }
    }

    /// Whether the accesses (iteration, slice, index, writes) race.
    fn races(all: &[(u64, usize, u64, bool)]) -> bool {
        let mut w = watched(false);
        for &(iteration, slice, index, writes) in all {
            w.now.iteration = iteration + 1;
            w.touch(slice, index, 7, writes.then_some(5));
        }
        w.race.is_some()
    }

    #[test]
    fn equal_values_may_be_written_where_the_loop_says_so() {
        let clash = |shared, all: &[(u64, Option<u64>)]| {
            let mut w = watched(shared);
            for &(iteration, bits) in all {
                w.now.iteration = iteration + 1;
                w.touch(0, 1, 7, bits);
            }
            w.race.is_some()
        };
        assert!(clash(false, &[(0, Some(1)), (1, Some(1))]));
        assert!(!clash(true, &[(0, Some(1)), (1, Some(1))]));
        assert!(clash(true, &[(0, Some(1)), (1, Some(2))]));
        assert!(clash(true, &[(0, Some(1)), (1, None)]));
        assert!(clash(true, &[(0, None), (1, Some(1))]));
    }

    #[test]
    fn a_write_meets_any_other_iteration_and_reads_do_not() {
        assert!(!races(&[(0, 0, 1, true), (0, 0, 1, false), (0, 0, 1, true)]));
        assert!(!races(&[(0, 0, 1, false), (1, 0, 1, false), (2, 0, 1, false)]));
        assert!(races(&[(0, 0, 1, true), (1, 0, 1, true)]));
        assert!(races(&[(1, 0, 1, true), (0, 0, 1, false)]));
        // The writer has read it itself, and so has another.
        assert!(races(&[(3, 0, 1, false), (5, 0, 1, false), (3, 0, 1, true)]));
        assert!(races(&[(5, 0, 1, false), (3, 0, 1, false), (3, 0, 1, true)]));
        // By way of two slices of one memory.
        assert!(races(&[(0, 0, 2, true), (1, 1, 0, false)]));
        assert!(!races(&[(0, 0, 2, true), (1, 1, 1, true)]));
    }
}
