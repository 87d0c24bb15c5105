//! Parsed text to instructions.
//!
//! [`load`] lays out memory and decodes each function with a [`Builder`], which resolves names to slots of the
//! register file, constants included, so that an operand is one index while the program runs. Modifiers that only
//! change an operand or a result (`.ftz`, `.sat`, a negated predicate, a guard) become instructions of their own.

mod arith;
mod control;
mod data;
mod mods;
mod operand;

use std::collections::HashMap;
use std::sync::Arc;

use crate::ast::{Function, Init, Item, Module, Op, Param, Space, Ty, Var};
use crate::code::{self, Alu, Code, Inst, Kind, Place, Program, Site};
use crate::error::Refused;
use crate::memory::Memory;
use crate::parse::parse;
use crate::value::Slot;
use mods::Mods;

type Result<T> = std::result::Result<T, Refused>;

/// What a register holds before it is written.
const POISON: Slot = 0xbadc_0ffe_badc_0ffe;

/// What a name stands for.
#[derive(Clone, Copy, Debug)]
enum Symbol {
    Register(u32, Ty),
    /// An offset in shared memory.
    Shared(u64),
    /// An address.
    Global(u64),
    /// An offset in the frame.
    Frame(u64),
    /// An offset in the entry's parameters.
    Param(u64),
}

/// Text that is loaded, and where its variables are.
#[derive(Default)]
pub struct Loaded {
    pub program: Program,
    pub globals: HashMap<String, (u64, usize)>,
}

/// Parses, lays out and decodes a module.
///
/// # Errors
/// The first place that this emulator does not know.
pub fn load(text: &str, memory: &mut Memory) -> Result<Loaded> {
    let module = parse(text)?;
    let mut loaded = Loaded::default();
    let placed = variables(&module, memory, &mut loaded);
    let result = placed.and_then(|symbols| functions(&module, symbols, &mut loaded));
    if let Err(e) = result {
        for (address, _) in loaded.globals.values() {
            memory.free(*address);
        }
        return Err(e);
    }
    Ok(loaded)
}

fn align(at: usize, to: usize) -> usize {
    at.next_multiple_of(to.max(1))
}

/// Gives module variables their places.
fn variables(module: &Module, memory: &mut Memory, loaded: &mut Loaded) -> Result<HashMap<String, Symbol>> {
    let mut symbols = HashMap::new();
    for var in &module.vars {
        let symbol = if var.space == Space::Shared {
            // `extern` memory begins behind the rest: see below.
            loaded.program.shared = align(loaded.program.shared, var.align);
            let at = loaded.program.shared;
            loaded.program.shared += var.bytes;
            Symbol::Shared(at as u64)
        } else {
            let Some(address) = memory.alloc(var.bytes.max(1)) else {
                return Err(Refused::new(var.line, format!("no memory for `{}`", var.name)));
            };
            loaded.globals.insert(var.name.clone(), (address, var.bytes));
            Symbol::Global(address)
        };
        symbols.insert(var.name.clone(), symbol);
    }
    for var in module.vars.iter().filter(|v| v.space != Space::Shared) {
        initialise(var, &symbols, memory, loaded.globals[&var.name].0)?;
    }
    // The size of `extern` memory is the launch's, so it comes last.
    for var in module.vars.iter().filter(|v| v.space == Space::Shared && v.bytes == 0) {
        let at = align(loaded.program.shared, var.align.max(16));
        loaded.program.shared = at;
        symbols.insert(var.name.clone(), Symbol::Shared(at as u64));
    }
    Ok(symbols)
}

fn initialise(var: &Var, symbols: &HashMap<String, Symbol>, memory: &mut Memory, address: u64) -> Result<()> {
    let mut bytes = vec![0u8; var.bytes];
    let size = var.ty.bytes();
    for (n, init) in var.init.iter().enumerate() {
        let v = match init {
            Init::Bits(v) => *v,
            Init::Address(name, offset) => match symbols.get(name) {
                Some(Symbol::Global(a)) => a.wrapping_add(*offset as u64),
                _ => return Err(Refused::new(var.line, format!("unknown name `{name}`"))),
            },
        };
        if let Some(to) = bytes.get_mut(n * size..(n + 1) * size) {
            to.copy_from_slice(&v.to_le_bytes()[..size]);
        }
    }
    if let Some(to) = memory.bytes(address, bytes.len()) {
        to.copy_from_slice(&bytes);
    }
    Ok(())
}

fn functions(module: &Module, symbols: HashMap<String, Symbol>, loaded: &mut Loaded) -> Result<()> {
    let defined: Vec<&Function> = module.functions.iter().filter(|f| f.body.is_some()).collect();
    let by_name: HashMap<&str, usize> = defined.iter().enumerate().map(|(n, f)| (f.name.as_str(), n)).collect();
    for function in &defined {
        let mut builder = Builder {
            functions: &by_name,
            scopes: vec![symbols.clone(), HashMap::new()],
            constants: HashMap::new(),
            labels: HashMap::new(),
            tables: HashMap::new(),
            fixes: vec![],
            shared: &mut loaded.program.shared,
            code: Code {
                name: function.name.clone(),
                entry: function.entry,
                insts: vec![],
                template: vec![0; code::FIRST as usize],
                lists: vec![],
                sites: vec![],
                frame: 0,
                params: vec![],
                results: vec![],
                param_bytes: 0,
                most_threads: function.most.unwrap_or(1024).min(1024),
            },
        };
        builder.function(function)?;
        loaded.program.functions.push(Arc::new(builder.code));
    }
    Ok(())
}

/// A jump whose label's place is not known yet.
struct Fix {
    to: FixTo,
    label: String,
    line: u32,
}

/// Where it goes.
enum FixTo {
    Inst(usize),
    List(usize),
}

/// Decodes one function.
struct Builder<'a> {
    functions: &'a HashMap<&'a str, usize>,
    scopes: Vec<HashMap<String, Symbol>>,
    constants: HashMap<Slot, u32>,
    labels: HashMap<String, u64>,
    /// `.branchtargets`.
    tables: HashMap<String, Vec<String>>,
    fixes: Vec<Fix>,
    shared: &'a mut usize,
    code: Code,
}

impl Builder<'_> {
    fn function(&mut self, function: &Function) -> Result<()> {
        for param in &function.params {
            let place = self.param(function.entry, param);
            self.code.params.push(place);
        }
        for result in &function.results {
            let place = self.param(false, result);
            self.code.results.push(place);
        }
        let body = function.body.as_deref().unwrap_or_default();
        for item in body {
            if let Item::Targets(name, targets) = item {
                self.tables.insert(name.clone(), targets.clone());
            }
        }
        for item in body {
            self.item(item)?;
        }
        // The end of the text returns.
        self.push(Inst::new(Kind::Return, body.last().map_or(0, line_of)));
        for fix in std::mem::take(&mut self.fixes) {
            let Some(&at) = self.labels.get(&fix.label) else {
                return Err(Refused::new(fix.line, format!("unknown label `{}`", fix.label)));
            };
            match fix.to {
                FixTo::Inst(n) => self.code.insts[n].x = at,
                FixTo::List(n) => self.code.lists[n] = at as u32,
            }
        }
        Ok(())
    }

    fn param(&mut self, of_entry: bool, param: &Param) -> Place {
        let (symbol, place) = if param.register {
            let slot = self.slot();
            (Symbol::Register(slot, param.ty), Place::Register(slot))
        } else if of_entry {
            let at = align(self.code.param_bytes, param.align);
            self.code.param_bytes = at + param.bytes;
            (Symbol::Param(at as u64), Place::Frame(at, param.bytes))
        } else {
            let at = self.in_frame(param.bytes, param.align);
            (Symbol::Frame(at as u64), Place::Frame(at, param.bytes))
        };
        self.declare(&param.name, symbol);
        place
    }

    fn in_frame(&mut self, bytes: usize, alignment: usize) -> usize {
        let at = align(self.code.frame, alignment);
        self.code.frame = at + bytes;
        at
    }

    fn declare(&mut self, name: &str, symbol: Symbol) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.into(), symbol);
        }
    }

    fn item(&mut self, item: &Item) -> Result<()> {
        match item {
            Item::Open => self.scopes.push(HashMap::new()),
            Item::Close => {
                self.scopes.pop();
            }
            Item::Regs(ty, names) => {
                for (name, count) in names {
                    self.registers(*ty, name, *count);
                }
            }
            Item::Var(var) => self.variable(var)?,
            Item::Label(name) => {
                let at = self.code.insts.len() as u64;
                self.labels.insert(name.clone(), at);
            }
            Item::Targets(..) => {}
            Item::Op(op) => self.guarded(op)?,
        }
        Ok(())
    }

    fn registers(&mut self, ty: Ty, name: &str, count: Option<u32>) {
        match count {
            None => {
                let slot = self.slot();
                self.declare(name, Symbol::Register(slot, ty));
            }
            Some(n) => {
                for n in 0..n {
                    let slot = self.slot();
                    self.declare(&format!("{name}{n}"), Symbol::Register(slot, ty));
                }
            }
        }
    }

    fn variable(&mut self, var: &Var) -> Result<()> {
        let symbol = match var.space {
            Space::Local | Space::Param => Symbol::Frame(self.in_frame(var.bytes, var.align) as u64),
            Space::Shared => {
                let at = align(*self.shared, var.align);
                *self.shared = at + var.bytes;
                Symbol::Shared(at as u64)
            }
            _ => {
                return Err(Refused::new(
                    var.line,
                    format!("`{}` is global inside a function", var.name),
                ));
            }
        };
        self.declare(&var.name, symbol);
        Ok(())
    }

    /// A new register.
    fn slot(&mut self) -> u32 {
        self.code.template.push(POISON);
        self.code.template.len() as u32 - 1
    }

    fn constant(&mut self, v: Slot) -> u32 {
        if let Some(&slot) = self.constants.get(&v) {
            return slot;
        }
        let slot = self.slot();
        self.code.template[slot as usize] = v;
        self.constants.insert(v, slot);
        slot
    }

    fn push(&mut self, inst: Inst) -> usize {
        self.code.insts.push(inst);
        self.code.insts.len() - 1
    }

    /// An instruction on registers.
    fn alu(&mut self, line: u32, f: Alu, d: u32, from: &[u32], x: u64) {
        let mut inst = Inst::new(Kind::Alu(f), line);
        inst.d = d;
        let mut at = [&mut inst.a, &mut inst.b, &mut inst.c, &mut inst.e];
        for (to, from) in at.iter_mut().zip(from) {
            **to = *from;
        }
        inst.x = x;
        self.push(inst);
    }

    /// The instruction, skipped where its guard says so.
    fn guarded(&mut self, op: &Op) -> Result<()> {
        let Some((name, negated)) = &op.guard else {
            return self.op(op);
        };
        let predicate = self.predicate(name, op.line)?;
        let skip = if *negated { Kind::JumpIf } else { Kind::JumpUnless };
        let mut inst = Inst::new(skip, op.line);
        inst.a = predicate;
        if op.name == "bra" || op.name == "bra.uni" {
            inst.kind = if *negated { Kind::JumpUnless } else { Kind::JumpIf };
            return self.jump(op, inst);
        }
        let at = self.push(inst);
        self.op(op)?;
        self.code.insts[at].x = self.code.insts.len() as u64;
        Ok(())
    }

    fn op(&mut self, op: &Op) -> Result<()> {
        let mut m = Mods::new(op);
        match m.base {
            "add" | "sub" | "mul" | "div" | "rem" | "min" | "max" | "abs" | "neg" | "sqrt" | "rcp" | "fma" | "mad"
            | "rsqrt" | "sin" | "cos" | "lg2" | "ex2" | "tanh" | "copysign" | "addc" | "subc" | "mul24" | "mad24"
            | "madc" | "sad" => self.arithmetic(op, &mut m),
            "and" | "or" | "xor" | "not" | "cnot" | "shl" | "shr" | "popc" | "clz" | "brev" | "bfind" | "bfe"
            | "bfi" | "prmt" | "shf" | "lop3" | "dp4a" | "dp2a" | "bmsk" | "szext" => self.bits(op, &mut m),
            "setp" | "set" | "selp" | "slct" | "testp" => self.select(op, &mut m),
            "mov" | "cvt" | "cvta" | "ld" | "ldu" | "st" | "atom" | "red" | "prefetch" | "prefetchu" | "isspacep" => {
                self.data(op, &mut m)
            }
            _ => self.control(op, &mut m),
        }
    }

    /// The registers of a list, for instructions that have many.
    fn list(&mut self, slots: &[u32]) -> u32 {
        let at = self.code.lists.len() as u32;
        self.code.lists.extend_from_slice(slots);
        at
    }

    fn site(&mut self, site: Site) -> u64 {
        self.code.sites.push(site);
        self.code.sites.len() as u64 - 1
    }
}

fn line_of(item: &Item) -> u32 {
    match item {
        Item::Op(op) => op.line,
        _ => 0,
    }
}
