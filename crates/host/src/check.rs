//! The `check` device: one iteration at a time, interpreted, in a shuffled order, every access watched.
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
    site: u32,
}
impl Touch {
    fn other(self, iteration: u64) -> Option<Touch> {
        (self.iteration != 0 && self.iteration != iteration).then_some(self)
    }
}

/// What was done to one element: its last writer and two different readers, which is enough to tell any
/// writer of one that is not itself.
#[derive(Clone, Copy, Default)]
struct Element {
    writer: Touch,
    readers: [Touch; 2],
}

/// The memories of a loop, watched.
struct Watched {
    bytes: Bytes,
    /// For each memory, by element of the memory; empty where nothing is written.
    seen: Vec<Vec<Element>>,
    now: u64,
    race: Option<(usize, u64, Touch, bool, Touch, bool)>,
}

impl Watched {
    fn touch(&mut self, buffer: usize, index: u64, site: u32, writes: bool) {
        let span = self.bytes.spans[buffer];
        let Some(e) = self.seen[span.memory].get_mut(span.offset + index as usize) else {
            return;
        };
        let now = Touch {
            iteration: self.now,
            site,
        };
        let clash = match e.writer.other(self.now) {
            Some(writer) => Some((writer, true)),
            None if writes => e.readers.iter().find_map(|r| r.other(self.now)).map(|r| (r, false)),
            None => None,
        };
        if let Some((first, first_writes)) = clash {
            self.race
                .get_or_insert((buffer, index, first, first_writes, now, writes));
        }
        if writes {
            e.writer = now;
        } else if e.readers[0].iteration == 0 || e.readers[0].iteration == self.now {
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
        self.touch(buffer, index, site, false);
        self.bytes.load(buffer, index, site)
    }
    fn store(&mut self, buffer: usize, index: u64, bits: u64, site: u32) {
        self.touch(buffer, index, site, true);
        self.bytes.store(buffer, index, bits, site);
    }
    /// An update meets nothing but updates of the same operation, in any order: the front end sees to that.
    fn update(&mut self, buffer: usize, index: u64, site: u32, change: &mut dyn FnMut(u64) -> u64) {
        self.bytes.update(buffer, index, site, change);
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

impl TraceCtx<'_> {
    /// Runs a loop by the interpreter.
    pub(crate) fn check_loop<R: Reds>(&mut self, l: &Loop, space: &Space, reds: &R, serial: bool) -> Result<R::Out> {
        let memories = self
            .memories
            .iter()
            .map(|m| Ok(lock(contents(m)?).clone()))
            .collect::<Result<Vec<_>>>()?;
        let mut seen: Vec<Vec<Element>> = memories.iter().map(|_| vec![]).collect();
        for (n, b) in l.args.buffers.iter().enumerate() {
            if !serial && l.written(n) {
                let m = b.memory as usize;
                seen[m] = vec![Element::default(); memories[m].len() / b.elem.size()];
            }
        }
        let mut watched = Watched {
            bytes: Bytes::new(memories, &l.args),
            seen,
            now: 0,
            race: None,
        };

        let [_, _, (_, _, last)] = dims(space);
        let (count, blocks) = (space.count() as u64, last.div_ceil(BLOCK as u64));
        // A chain is what must stay in order: a partial's iterations, else one iteration.
        let chained = R::COUNT > 0;
        let rows = count.checked_div(last).unwrap_or(0);
        let chains = if chained {
            rows * blocks * PARTIALS as u64
        } else {
            count
        };
        let mut order: Vec<u64> = (0..chains).collect();
        if !serial {
            shuffle(&mut order, 0x0068_6f69_7374);
        }
        let mut accumulators: Vec<Vec<u8>> = vec![vec![]; R::COUNT];
        for (r, bytes) in l.ir.reductions.iter().zip(&mut accumulators) {
            *bytes = r.identity.to_le_bytes()[..r.ty.size()].repeat(chains as usize);
        }
        let mut fault: Option<(u64, hoist_ir::Fault)> = None;
        if serial {
            for n in 0..count {
                let (row, column) = (n / last, n % last);
                let chain = (row * blocks + column / BLOCK as u64) * PARTIALS as u64 + column % PARTIALS as u64;
                if let Err(f) = self.one(l, space, &mut watched, &mut accumulators, chain, n) {
                    fault = Some((n, f));
                    break;
                }
            }
        } else {
            for chain in order {
                let iterations: Vec<u64> = if chained {
                    let (block, p) = (chain / PARTIALS as u64, chain % PARTIALS as u64);
                    let (row, first) = (block / blocks, block % blocks * BLOCK as u64);
                    let end = last.min(first + BLOCK as u64);
                    (first + p..end).step_by(PARTIALS).map(|c| row * last + c).collect()
                } else {
                    vec![chain]
                };
                for n in iterations {
                    if let Err(f) = self.one(l, space, &mut watched, &mut accumulators, chain, n)
                        && fault.is_none_or(|(at, _)| n < at)
                    {
                        fault = Some((n, f));
                    }
                }
            }
        }
        for (mem, bytes) in self.memories.iter().zip(watched.bytes.memories) {
            *lock(contents(mem)?) = bytes;
        }
        self.device.profile_with(|p| {
            p.launches += 1;
            p.serial += u64::from(serial);
        });
        if let Some((n, f)) = fault {
            return Err(Error::Fault(l.fault(space, n, f.kind, f.site, f.index, f.len)));
        }
        if let Some((buffer, index, first, first_writes, second, second_writes)) = watched.race {
            let access = |t: Touch, writes| {
                let site = l.info.sites.get(t.site as usize);
                Access {
                    line: site.map_or(l.info.line, |s| s.line),
                    column: site.map_or(0, |s| s.column),
                    writes,
                    iteration: l.iteration(space, t.iteration - 1),
                }
            };
            return Err(Error::Race(Box::new(Race {
                kernel: l.info.kernel,
                file: l.info.file,
                slice: l.ir.buffers.handles().nth(buffer).map_or("", |(_, b)| b.name),
                index,
                first: access(first, first_writes),
                second: access(second, second_writes),
            })));
        }
        Ok(join_blocks(
            reds,
            &accumulators,
            if chained { (rows * blocks) as usize } else { 0 },
        ))
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
        watched.now = n + 1;
        let place = |size: usize| chain as usize * size..(chain as usize + 1) * size;
        let mut acc: Vec<u64> = vec![];
        for (r, bytes) in l.ir.reductions.iter().zip(&*accumulators) {
            let mut word = [0u8; 8];
            word[..r.ty.size()].copy_from_slice(&bytes[place(r.ty.size())]);
            acc.push(u64::from_le_bytes(word));
        }
        interpret(&l.ir, &l.args.uniforms, watched, l.at(space, n), &mut acc)?;
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
    fn watched() -> Watched {
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
            now: 0,
            race: None,
        }
    }

    /// Whether the accesses (iteration, slice, index, writes) race.
    fn races(all: &[(u64, usize, u64, bool)]) -> bool {
        let mut w = watched();
        for &(iteration, slice, index, writes) in all {
            w.now = iteration + 1;
            w.touch(slice, index, 7, writes);
        }
        w.race.is_some()
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
