//! One loop on a device: choose, emit, compile once, bind, launch, look at the fault word.

use std::collections::hash_map::{DefaultHasher, Entry};
use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::time::{Duration, Instant};

use hoist_backend::Target;
use hoist_backend::backend::{DeviceInfo, Grid, Mem, Prog, Source};
use hoist_backend::error::{Error, Fault, Result};
use hoist_emit::{EmitError, Emitted, FAULT_WORDS, LaunchDim, Options, Schedule, SlotKind};
use hoist_ir::{LaunchValues, TracedArgs, TracedBuffer, Tracer, Validated, analyse, validate};
use hoist_machine::program::{Ix, PARTIALS, Reds};
use hoist_machine::{FaultKind, LoopInfo, ScalarType, Space};

use crate::elems::bytes_of;
use crate::fold;
use crate::reduce::{join_blocks, join_totals};
use crate::store::lock;
use crate::trace_ctx::TraceCtx;

/// Items of a work-group: of a few items, which should spread over a whole device, and where every device can have it.
pub(crate) const WORK_GROUP: u32 = 64;
/// Of many items. A GPU starts work-groups at some rate, which small ones of short items wait for: with this one H100
/// moves twice the bytes of a `saxpy`.
const WIDE_WORK_GROUP: u32 = hoist_emit::LARGEST_GROUP;
/// Items from which on the wide work-groups still fill every part of a device.
const WIDE_FROM: u64 = 1 << 17;

/// Blocks of a reduction from which on a device joins their partials itself.
const FOLD_FROM: usize = 16;
/// Loops of which a device remembers the text.
const KEPT: usize = 1024;

/// A loop's text, and the program that was compiled from it.
pub(crate) struct Made {
    ir: Validated,
    options: Options,
    emitted: Arc<Emitted>,
    program: Prog,
}

/// A traced loop with what it was traced from.
pub(crate) struct Loop {
    pub info: &'static LoopInfo,
    pub ir: Validated,
    pub args: TracedArgs,
    /// Whether every index fits 32 bits for these arguments.
    pub narrow: bool,
    /// For each site, whether no access there can be out of bounds for these arguments.
    pub proved: Vec<bool>,
}

pub(crate) fn dims(space: &Space) -> [LaunchDim; 3] {
    space
        .dims
        .map(|d| (d.start as u64, d.step.max(1) as u64, d.count() as u64))
}

impl Loop {
    /// Records a body. `covered` says that the accesses which the macro marked stay in bounds.
    pub(crate) fn trace<R: Reds>(
        info: &'static LoopInfo,
        space: &Space,
        reds: &R,
        covered: bool,
        body: impl FnOnce(&Tracer, bool, &Ix<Tracer>, &mut R::Acc<Tracer>),
    ) -> Result<Loop> {
        let (kernel, args) = Tracer::trace(info, space.rank, reds, body);
        let invalid = |e: hoist_ir::ValidationError| Error::Internal {
            kernel: info.kernel.into(),
            log: e.to_string(),
        };
        let ir = validate(kernel).map_err(invalid)?;
        let launch = LaunchValues {
            dims: dims(space),
            lens: args.buffers.iter().map(|b| b.len as u64).collect(),
            uniforms: args.uniforms.clone(),
        };
        let found = analyse(&ir, &launch);
        let reach = |b: &TracedBuffer| (b.offset as u64).saturating_add(b.len as u64) <= u64::from(u32::MAX);
        let narrow = found.index32_ok && args.buffers.iter().all(reach);
        let mut proved = vec![true; info.sites.len()];
        let mut inside = found.in_bounds.iter();
        hoist_ir::walk(&ir.body, &mut |s| {
            if let Some((site, marked)) = s.kind.accesses() {
                let inside = inside.next().is_some_and(|i| *i);
                proved[site as usize] &= inside || marked && covered;
            }
        });
        Ok(Loop {
            info,
            ir,
            args,
            narrow,
            proved,
        })
    }
    /// For each buffer, the first one in the same memory.
    fn homes(&self) -> Vec<usize> {
        let all = &self.args.buffers;
        let same = |b: &TracedBuffer| all.iter().position(|o| (o.memory, o.elem) == (b.memory, b.elem));
        all.iter().enumerate().map(|(n, b)| same(b).unwrap_or(n)).collect()
    }
    pub(crate) fn written(&self, buffer: usize) -> bool {
        self.ir.buffers.handles().nth(buffer).is_some_and(|(_, b)| b.written)
    }
}

impl Loop {
    /// The loop variables of iteration `n`, with their names.
    pub(crate) fn iteration(&self, space: &Space, n: u64) -> Vec<(&'static str, u64)> {
        let (at, names) = (space.at(n), self.info.indices);
        let first = 3 - names.len().min(3);
        names
            .iter()
            .enumerate()
            .map(|(n, name)| (*name, at[first + n]))
            .collect()
    }
    /// A fault in iteration `n` in the user's terms.
    pub(crate) fn fault(&self, space: &Space, n: u64, kind: FaultKind, site: u32, index: u64, len: u64) -> Fault {
        let (info, site) = (self.info, self.info.sites.get(site as usize));
        Fault {
            kind,
            kernel: info.kernel,
            file: info.file,
            line: site.map_or(info.line, |s| s.line),
            column: site.map_or(0, |s| s.column),
            text: site.map_or("", |s| s.text),
            index,
            len,
            iteration: self.iteration(space, n),
        }
    }
}

/// How to print a loop for a target; `None` where the target takes no text.
pub(crate) fn options(target: Target, l: &Loop, schedule: Schedule, info: &DeviceInfo) -> Option<Options> {
    let target = match target {
        Target::Wgsl => hoist_emit::Target::Wgsl,
        Target::OpenCl => hoist_emit::Target::OpenCl,
        Target::Cuda => hoist_emit::Target::Cuda,
        Target::Ptx | Target::Ir | Target::Explain => return None,
    };
    Some(Options {
        index64: !l.narrow,
        schedule,
        proved: l.proved.clone(),
        same: if target == hoist_emit::Target::Wgsl {
            l.homes()
        } else {
            vec![]
        },
        workgroup: WORK_GROUP,
        max_rounds: info.max_rounds.filter(|_| target == hoist_emit::Target::Wgsl),
        wgsl_int64: info.int64,
        wgsl_float64: info.has(ScalarType::F64),
        soft_fma: !info.fused && !l.info.fast,
        ..Options::new(target)
    })
}

/// How the iterations of a loop become items.
pub(crate) fn schedule<R: Reds>(l: &Loop, serial: bool) -> Schedule {
    match (l.ir.group, serial, R::COUNT) {
        (true, true, _) => Schedule::SerialGroups,
        (true, false, _) => Schedule::Groups,
        (_, true, _) => Schedule::Serial,
        (_, false, 0) => Schedule::Items,
        (_, false, _) => Schedule::Blocks,
    }
}

impl TraceCtx<'_> {
    fn unsupported(&self, what: impl Into<String>, limit: impl Into<String>) -> Error {
        Error::Unsupported {
            device: self.device.name().into(),
            what: what.into(),
            limit: limit.into(),
        }
    }

    /// What the device lacks for this loop, before anything runs.
    fn check_limits(&self, l: &Loop, scratch: usize) -> Result<()> {
        let info = self.device.info();
        let native = |t: &ScalarType| *t != ScalarType::Usize || !l.narrow;
        self.refuse_missing(crate::types::of_loop(&l.ir).filter(native))?;
        let mut memories: Vec<u32> = l.args.buffers.iter().map(|b| b.memory).collect();
        memories.sort_unstable();
        memories.dedup();
        if memories.len() + scratch + 2 > info.max_bindings as usize {
            let what = format!(
                "{} slices and reductions in kernel {}",
                memories.len() + scratch,
                l.info.kernel
            );
            let limit = format!("a launch binds {} buffers, two are hoist's", info.max_bindings);
            return Err(self.unsupported(what, limit));
        }
        if l.ir.group {
            self.check_group(l)?;
        }
        for b in &l.args.buffers {
            let bytes = self.memories[b.memory as usize].bytes() as u64;
            if bytes > info.max_binding_bytes {
                let limit = format!("a binding has at most {} bytes", info.max_binding_bytes);
                return Err(self.unsupported(format!("a buffer of {bytes} bytes in kernel {}", l.info.kernel), limit));
            }
        }
        Ok(())
    }

    /// What the device lacks for a loop whose iterations are work-groups.
    fn check_group(&self, l: &Loop) -> Result<()> {
        let (info, kernel) = (self.device.info(), l.info.kernel);
        if info.max_work_group < WORK_GROUP {
            let what = format!("a work-group of {WORK_GROUP} items in kernel {kernel}");
            return Err(self.unsupported(what, format!("the largest has {} items", info.max_work_group)));
        }
        let bytes = hoist_emit::shared_bytes(&l.ir);
        if bytes > u64::from(info.max_shared_bytes) {
            let what = format!("{bytes} bytes that a group shares in kernel {kernel}");
            let limit = format!("a work-group has {} bytes", info.max_shared_bytes);
            return Err(self.unsupported(what, limit));
        }
        Ok(())
    }

    fn emit_error(&self, l: &Loop, e: EmitError) -> Error {
        match e {
            EmitError::Type { .. } => self.unsupported(format!("kernel {}", l.info.kernel), e.to_string()),
            e => Error::Internal {
                kernel: l.info.kernel.into(),
                log: e.to_string(),
            },
        }
    }

    /// Runs a loop over `space` and gives the reductions' results.
    pub(crate) fn run_loop<R: Reds>(&mut self, l: &Loop, space: &Space, reds: &R, serial: bool) -> Result<R::Out> {
        if self.remote.backend.target() == Target::Ir {
            return self.check_loop(l, space, reds, serial);
        }
        let info = self.device.info();
        self.check_limits(l, R::COUNT)?;
        let schedule = schedule::<R>(l, serial);
        let Some(mut options) = options(self.remote.backend.target(), l, schedule, info) else {
            return Err(self.unsupported("emitted text", "the backend takes none of the languages"));
        };
        let start = Instant::now();
        let many = hoist_emit::items(schedule, &dims(space)) >= WIDE_FROM;
        let wide = many && info.max_work_group >= WIDE_WORK_GROUP && !l.ir.group;
        if wide {
            options.workgroup = WIDE_WORK_GROUP;
        }
        let mut made = self.made(l, &options);
        // The registers of a work-group's items must fit.
        if wide && !made.as_ref().is_ok_and(|(_, p)| p.max_work_group() >= WIDE_WORK_GROUP) {
            options.workgroup = WORK_GROUP;
            made = self.made(l, &options);
        }
        let (emitted, program) = made?;
        self.device.profile_with(|p| p.compile += start.elapsed());
        let mut steps = Steps {
            ctx: self,
            l,
            options: &options,
            emitted: &emitted,
            program,
            kernel: Duration::ZERO,
        };
        let out = steps.run(space);
        let took = steps.kernel;
        self.device.profile_with(|p| {
            p.kernel += took;
            p.launches += 1;
            p.serial += serial as u64;
        });
        let partials = out?;
        if R::COUNT == 0 {
            return Ok(reds.init());
        }
        let blocks = hoist_emit::scratch_len(&dims(space)) as usize / PARTIALS;
        let types: Vec<ScalarType> = l.ir.reductions.iter().map(|r| r.ty).collect();
        // What a loop computes with may be known to fit 32 bits; what it has stored no longer is.
        let native = types.iter().all(|t| self.device.info().has(*t));
        if blocks < FOLD_FROM || !native {
            let all = self.taken(partials, &types, blocks * PARTIALS)?;
            return Ok(join_blocks(reds, &all, blocks));
        }
        let totals = self.folded(reds, partials, &types, blocks)?;
        Ok(join_totals(reds, &totals, blocks))
    }

    /// The contents of some memories of `n` elements each, which go back to the pool.
    fn taken(&self, all: Vec<Mem>, types: &[ScalarType], n: usize) -> Result<Vec<Vec<u8>>> {
        let backend = &*self.remote.backend;
        let mut contents = vec![];
        for (mem, ty) in all.into_iter().zip(types) {
            let mut data = vec![0u8; n * ty.size()];
            backend.read(&mem, 0, &mut data)?;
            contents.push(data);
            self.remote.pool.give(backend, mem);
        }
        Ok(contents)
    }

    /// The totals of blocks, joined on the device.
    fn folded<R: Reds>(
        &mut self,
        reds: &R,
        partials: Vec<Mem>,
        types: &[ScalarType],
        blocks: usize,
    ) -> Result<Vec<Vec<u8>>> {
        let known = self.memories.len();
        self.memories.extend(partials.iter().cloned());
        let mut totals = vec![];
        for ty in types {
            totals.push(self.remote.pool.take(&*self.remote.backend, blocks * ty.size())?);
        }
        self.memories.extend(totals.iter().cloned());
        let space = Space::new([(0, blocks, 1)]);
        let body = |m: &Tracer, _, ix: &Ix<Tracer>, _: &mut ()| fold::body(m, ix, reds, known as u32, blocks);
        let done =
            Loop::trace(&fold::FOLD, &space, &(), true, body).and_then(|l| self.run_loop(&l, &space, &(), false));
        self.memories.truncate(known);
        done?;
        let backend = &*self.remote.backend;
        partials.into_iter().for_each(|m| self.remote.pool.give(backend, m));
        self.taken(totals, types, blocks)
    }

    /// The text for a loop and its program. What was launched before, as most loops were, is not printed again.
    fn made(&self, l: &Loop, options: &Options) -> Result<(Arc<Emitted>, Prog)> {
        let mut hasher = DefaultHasher::new();
        (&l.ir, options).hash(&mut hasher);
        let key = hasher.finish();
        let same = |m: &&Made| m.ir == l.ir && m.options == *options;
        if let Some(m) = lock(&self.remote.made).get(&key).and_then(|all| all.iter().find(same)) {
            return Ok((m.emitted.clone(), m.program.clone()));
        }
        let emitted = Arc::new(hoist_emit::emit(&l.ir, options).map_err(|e| self.emit_error(l, e))?);
        let program = self.compiled(l, &emitted)?;
        let mut made = lock(&self.remote.made);
        if made.len() >= KEPT {
            made.clear();
        }
        made.entry(key).or_default().push(Made {
            ir: l.ir.clone(),
            options: options.clone(),
            emitted: emitted.clone(),
            program: program.clone(),
        });
        Ok((emitted, program))
    }

    /// The program for a text, compiled the first time it is seen.
    fn compiled(&self, l: &Loop, emitted: &Emitted) -> Result<Prog> {
        let written = emitted.written();
        let source = Source {
            text: &emitted.text,
            entry: &emitted.entry,
            written: &written,
            fast: l.info.fast,
        };
        let mut programs = lock(&self.remote.programs);
        Ok(match programs.entry(format!("{}\n{}", l.info.fast, emitted.text)) {
            Entry::Occupied(e) => e.get().clone(),
            Entry::Vacant(e) => e.insert(self.remote.backend.compile(&source)?).clone(),
        })
    }
}

/// One loop's launch, and the transfers around it.
struct Steps<'s, 'c> {
    ctx: &'s TraceCtx<'c>,
    l: &'s Loop,
    options: &'s Options,
    emitted: &'s Emitted,
    program: Prog,
    kernel: Duration,
}

impl Steps<'_, '_> {
    /// Runs the loop; a reduction's partials, one memory for each scalar.
    fn run(&mut self, space: &Space) -> Result<Vec<Mem>> {
        let (backend, pool) = (&*self.ctx.remote.backend, &self.ctx.remote.pool);
        let dims = dims(space);
        let fault = pool.take_fault(backend)?;
        let partials = hoist_emit::scratch_len(&dims) as usize;
        let mut scratch = vec![];
        for slot in &self.emitted.bindings {
            let SlotKind::Scratch(n) = slot.kind else { continue };
            let bytes = partials * slot.elem.size();
            let mem = pool.take(backend, bytes)?;
            let identity = self.l.ir.reductions[n].identity.to_le_bytes();
            if self.options.schedule == Schedule::Serial {
                backend.fill(&mem, 0, bytes, &identity[..slot.elem.size()])?;
            }
            scratch.push(mem);
        }
        self.launch(&dims, &fault, &scratch)?;
        self.look_at(&fault, space)?;
        pool.give_fault(fault);
        Ok(scratch)
    }

    fn launch(&mut self, dims: &[LaunchDim; 3], fault: &Mem, scratch: &[Mem]) -> Result<()> {
        let (backend, pool) = (&*self.ctx.remote.backend, &self.ctx.remote.pool);
        let items = hoist_emit::items(self.options.schedule, dims);
        let (x, y) = hoist_emit::grid(items, self.options.workgroup, self.ctx.device.info().max_groups);
        let all = self.l.args.buffers.iter();
        let places: Vec<(u64, u64)> = all.map(|b| (b.offset as u64, b.len as u64)).collect();
        let words = hoist_emit::params_words(self.options.schedule, x, dims, &places, &self.l.args.uniforms);
        let params = pool.take(backend, 4 * words.len())?;
        backend.write(&params, 0, &bytes_of(&words))?;
        let bind = |kind: &SlotKind| match *kind {
            SlotKind::Fault => fault,
            SlotKind::Params => &params,
            SlotKind::Buffer(n) => &self.ctx.memories[self.l.args.buffers[n].memory as usize],
            SlotKind::Scratch(n) => &scratch[n],
        };
        let bindings: Vec<&Mem> = self.emitted.bindings.iter().map(|s| bind(&s.kind)).collect();
        let grid = Grid {
            groups: [x, y, 1],
            work_group: self.options.workgroup,
        };
        self.kernel += backend.launch(&self.program, &bindings, grid)?.kernel;
        pool.give(backend, params);
        Ok(())
    }

    /// Reads the fault words.
    fn look_at(&self, fault: &Mem, space: &Space) -> Result<()> {
        let mut bytes = [0u8; 4 * FAULT_WORDS];
        self.ctx.remote.backend.read(fault, 0, &mut bytes)?;
        let words = std::array::from_fn(|n| u32::from_le_bytes(std::array::from_fn(|b| bytes[4 * n + b])));
        let Some(f) = hoist_emit::read_fault(&words) else {
            return Ok(());
        };
        let kind = match f.kind {
            hoist_emit::FAULT_OUT_OF_BOUNDS => FaultKind::OutOfBounds,
            hoist_emit::FAULT_DIVISION_BY_ZERO => FaultKind::DivisionByZero,
            hoist_emit::FAULT_DIVISION_OVERFLOW => FaultKind::DivisionOverflow,
            hoist_emit::FAULT_ROUNDS => {
                let most = self.ctx.device.info().max_rounds.unwrap_or(0);
                let what = format!(
                    "more than {most} rounds of loops in an iteration of kernel {}",
                    self.l.info.kernel
                );
                let limit = "its driver ends all loops of an item soon after that, without a word";
                return Err(self.ctx.unsupported(what, limit));
            }
            _ => FaultKind::Assert,
        };
        Err(Error::Fault(self.l.fault(
            space,
            f.iteration,
            kind,
            f.site,
            f.index,
            f.len,
        )))
    }
}
