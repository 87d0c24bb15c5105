//! PTX text to [`Module`].

use crate::ast::{Arg, Function, Init, Item, Module, Op, Param, Space, Ty, Var};
use crate::error::Refused;
use crate::lex::{Placed, Token, tokens};

type Result<T> = std::result::Result<T, Refused>;

/// Parses a module.
///
/// # Errors
/// The first place that is not PTX as this emulator knows it.
pub fn parse(text: &str) -> Result<Module> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
    };
    let mut module = Module::default();
    while parser.at < parser.tokens.len() {
        parser.top(&mut module)?;
    }
    if module.version.0 == 0 {
        return Err(Refused::new(1, "the module states no .version"));
    }
    Ok(module)
}

struct Parser {
    tokens: Vec<Placed>,
    at: usize,
}

impl Parser {
    fn line(&self) -> u32 {
        let last = self.tokens.len().saturating_sub(1);
        self.tokens.get(self.at.min(last)).map_or(1, |t| t.line)
    }
    fn refused<T>(&self, what: impl Into<String>) -> Result<T> {
        Err(Refused::new(self.line(), what))
    }
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|t| &t.token)
    }
    fn next(&mut self) -> Result<Token> {
        let Some(token) = self.peek().cloned() else {
            return self.refused("the text ends early");
        };
        self.at += 1;
        Ok(token)
    }
    fn is(&self, c: char) -> bool {
        self.peek() == Some(&Token::Mark(c))
    }
    fn eat(&mut self, c: char) -> bool {
        let there = self.is(c);
        self.at += usize::from(there);
        there
    }
    fn expect(&mut self, c: char) -> Result<()> {
        if self.eat(c) {
            return Ok(());
        }
        let found = self.peek().cloned();
        self.refused(format!("`{c}` expected, found {found:?}"))
    }
    fn word(&mut self) -> Result<String> {
        match self.next()? {
            Token::Word(w) => Ok(w),
            other => {
                self.at -= 1;
                self.refused(format!("a name expected, found {other:?}"))
            }
        }
    }
    fn peek_word(&self) -> Option<&str> {
        match self.peek() {
            Some(Token::Word(w)) => Some(w),
            _ => None,
        }
    }
    fn eat_word(&mut self, w: &str) -> bool {
        let there = self.peek_word() == Some(w);
        self.at += usize::from(there);
        there
    }
    fn int(&mut self) -> Result<u64> {
        let negative = self.eat('-');
        match self.next()? {
            Token::Int(v) if negative => Ok(v.wrapping_neg()),
            Token::Int(v) => Ok(v),
            other => {
                self.at -= 1;
                self.refused(format!("an integer expected, found {other:?}"))
            }
        }
    }
    fn skip_to(&mut self, end: char) -> Result<()> {
        while !self.eat(end) {
            self.next()?;
        }
        Ok(())
    }
    /// Skips what is left of the line, for directives without an end mark.
    fn skip_line(&mut self) {
        let line = self.line();
        while self.at < self.tokens.len() && self.tokens[self.at].line == line {
            self.at += 1;
        }
    }

    fn top(&mut self, module: &mut Module) -> Result<()> {
        let line = self.line();
        let mut external = false;
        loop {
            let word = self.word()?;
            match word.as_str() {
                ".version" => {
                    let Token::F64(bits) = self.next()? else {
                        return self.refused("a version such as 8.0 expected");
                    };
                    let tenths = (f64::from_bits(bits) * 10.0).round() as u32;
                    module.version = (tenths / 10, tenths % 10);
                    return Ok(());
                }
                ".target" => return self.target(module),
                ".address_size" => {
                    return match self.int()? {
                        64 => Ok(()),
                        n => self.refused(format!("addresses of {n} bits; only 64 are known")),
                    };
                }
                ".file" | ".loc" => {
                    self.at -= 1;
                    self.skip_line();
                    return Ok(());
                }
                ".section" => return self.skip_section(),
                ".pragma" => return self.skip_to(';'),
                ".visible" | ".weak" | ".common" => {}
                ".extern" => external = true,
                ".entry" | ".func" => {
                    module.functions.push(self.function(word == ".entry", line)?);
                    return Ok(());
                }
                ".global" | ".const" | ".shared" => {
                    let space = space(&word[1..]).unwrap_or(Space::Global);
                    let var = self.var(space, external, line)?;
                    module.vars.push(var);
                    return Ok(());
                }
                other => {
                    return Err(Refused::new(line, format!("unknown directive `{other}`")));
                }
            }
        }
    }

    fn target(&mut self, module: &mut Module) -> Result<()> {
        loop {
            let word = self.word()?;
            if let Some(sm) = word.strip_prefix("sm_") {
                let digits = sm.trim_end_matches(|c: char| c.is_ascii_alphabetic());
                let Ok(n) = digits.parse() else {
                    return self.refused(format!("unknown target `{word}`"));
                };
                module.target = n;
            } else if !matches!(word.as_str(), "debug" | "texmode_unified" | "texmode_independent") {
                return self.refused(format!("unknown target `{word}`"));
            }
            if !self.eat(',') {
                return Ok(());
            }
        }
    }

    fn skip_section(&mut self) -> Result<()> {
        self.skip_to('{')?;
        self.skip_to('}')
    }

    fn function(&mut self, entry: bool, line: u32) -> Result<Function> {
        let results = if self.is('(') { self.params()? } else { vec![] };
        let name = self.word()?;
        let params = if self.is('(') { self.params()? } else { vec![] };
        let mut most = None;
        loop {
            if self.eat(';') {
                let body = None;
                return Ok(Function {
                    name,
                    entry,
                    results,
                    params,
                    body,
                    most,
                    line,
                });
            }
            if self.is('{') {
                break;
            }
            let word = self.word()?;
            match word.as_str() {
                ".maxntid" | ".reqntid" => {
                    let mut product = 1u64;
                    loop {
                        product *= self.int()?.max(1);
                        if !self.eat(',') {
                            break;
                        }
                    }
                    most = Some(product.min(u64::from(u32::MAX)) as u32);
                }
                ".minnctapersm" | ".maxnreg" | ".maxnctapersm" => {
                    self.int()?;
                }
                ".noreturn" => {}
                ".pragma" => self.skip_to(';')?,
                other => return self.refused(format!("unknown directive `{other}`")),
            }
        }
        let body = Some(self.body()?);
        Ok(Function {
            name,
            entry,
            results,
            params,
            body,
            most,
            line,
        })
    }

    fn params(&mut self) -> Result<Vec<Param>> {
        self.expect('(')?;
        let mut all = vec![];
        while !self.eat(')') {
            if !all.is_empty() {
                self.expect(',')?;
            }
            let register = match self.word()?.as_str() {
                ".reg" => true,
                ".param" => false,
                other => return self.refused(format!("unknown state space `{other}` of a parameter")),
            };
            let line = self.line();
            let var = self.declared(Space::Param, false, line)?;
            all.push(Param {
                name: var.name,
                ty: var.ty,
                bytes: var.bytes,
                align: var.align,
                register,
            });
        }
        Ok(all)
    }

    /// `.align n .vN .type name[n][m]`, behind the state space.
    fn declared(&mut self, space: Space, external: bool, line: u32) -> Result<Var> {
        let (mut align, mut lanes, mut ty) = (None, 1, None);
        let name = loop {
            let word = self.word()?;
            match word.as_str() {
                ".align" => align = Some(self.int()? as usize),
                ".v2" => lanes = 2,
                ".v4" => lanes = 4,
                // Hints on what a pointer parameter points at.
                ".ptr" | ".global" | ".const" | ".shared" | ".local" if ty.is_some() => {}
                w if w.starts_with('.') => match Ty::named(&w[1..]) {
                    Some(t) => ty = Some(t),
                    None => return self.refused(format!("unknown type `{w}`")),
                },
                _ => break word,
            }
        };
        let Some(ty) = ty else {
            return self.refused(format!("`{name}` has no type"));
        };
        let mut count = lanes;
        let mut sized = true;
        while self.eat('[') {
            if self.eat(']') {
                sized = false;
                continue;
            }
            count *= self.int()? as usize;
            self.expect(']')?;
        }
        let bytes = if sized && !external { count * ty.bytes() } else { 0 };
        let align = align.unwrap_or(lanes * ty.bytes());
        Ok(Var {
            space,
            name,
            ty,
            align,
            bytes,
            init: vec![],
            line,
        })
    }

    fn var(&mut self, space: Space, external: bool, line: u32) -> Result<Var> {
        let mut var = self.declared(space, external, line)?;
        if self.eat('=') {
            self.init(&mut var.init)?;
            if var.bytes == 0 {
                var.bytes = var.init.len() * var.ty.bytes();
            }
        }
        self.expect(';')?;
        if external && space != Space::Shared {
            return self.refused(format!("`{}` is defined elsewhere", var.name));
        }
        Ok(var)
    }

    fn init(&mut self, all: &mut Vec<Init>) -> Result<()> {
        if self.eat('{') {
            while !self.eat('}') {
                self.init(all)?;
                self.eat(',');
            }
            return Ok(());
        }
        all.push(match self.arg()? {
            Arg::Int(v) => Init::Bits(v),
            Arg::F32(v) => Init::Bits(u64::from(v)),
            Arg::F64(v) => Init::Bits(v),
            Arg::Name(n) => Init::Address(n, 0),
            Arg::Near(n, offset) => Init::Address(n, offset),
            other => return self.refused(format!("an initialiser can't be {other:?}")),
        });
        Ok(())
    }

    fn body(&mut self) -> Result<Vec<Item>> {
        self.expect('{')?;
        let (mut depth, mut items) = (1, vec![]);
        while depth > 0 {
            if self.eat('{') {
                depth += 1;
                items.push(Item::Open);
            } else if self.eat('}') {
                depth -= 1;
                if depth > 0 {
                    items.push(Item::Close);
                }
            } else {
                self.statement(&mut items)?;
            }
        }
        Ok(items)
    }

    fn statement(&mut self, items: &mut Vec<Item>) -> Result<()> {
        let line = self.line();
        if self.is('@') {
            items.push(Item::Op(self.op()?));
            return Ok(());
        }
        let word = self.word()?;
        match word.as_str() {
            ".reg" => items.push(self.regs()?),
            ".local" | ".shared" | ".param" | ".global" | ".const" => {
                let space = space(&word[1..]).unwrap_or(Space::Local);
                items.push(Item::Var(self.var(space, false, line)?));
            }
            ".loc" | ".file" => {
                self.at -= 1;
                self.skip_line();
            }
            ".pragma" => self.skip_to(';')?,
            _ if self.eat(':') => {
                if self.eat_word(".branchtargets") {
                    let mut targets = vec![self.word()?];
                    while self.eat(',') {
                        targets.push(self.word()?);
                    }
                    self.expect(';')?;
                    items.push(Item::Targets(word, targets));
                } else if matches!(self.peek_word(), Some(".callprototype" | ".calltargets")) {
                    self.skip_to(';')?;
                } else {
                    items.push(Item::Label(word));
                }
            }
            w if w.starts_with('.') => return Err(Refused::new(line, format!("unknown directive `{w}`"))),
            _ => {
                self.at -= 1;
                items.push(Item::Op(self.op()?));
            }
        }
        Ok(())
    }

    fn regs(&mut self) -> Result<Item> {
        let word = self.word()?;
        let Some(ty) = word.strip_prefix('.').and_then(Ty::named) else {
            return self.refused(format!("unknown type `{word}` of a register"));
        };
        let mut names = vec![];
        loop {
            let name = self.word()?;
            let count = if self.eat('<') {
                let n = self.int()? as u32;
                self.expect('>')?;
                Some(n)
            } else {
                None
            };
            names.push((name, count));
            if !self.eat(',') {
                break;
            }
        }
        self.expect(';')?;
        Ok(Item::Regs(ty, names))
    }

    fn op(&mut self) -> Result<Op> {
        let guard = if self.eat('@') {
            let negated = self.eat('!');
            Some((self.word()?, negated))
        } else {
            None
        };
        let line = self.line();
        let name = self.word()?;
        let mut args = vec![];
        if !self.eat(';') {
            loop {
                args.push(self.arg()?);
                if self.eat(';') {
                    break;
                }
                self.expect(',')?;
            }
        }
        Ok(Op {
            guard,
            name,
            args,
            line,
        })
    }

    fn list(&mut self, end: char) -> Result<Vec<Arg>> {
        let mut all = vec![];
        while !self.eat(end) {
            if !all.is_empty() {
                self.expect(',')?;
            }
            all.push(self.arg()?);
        }
        Ok(all)
    }

    fn arg(&mut self) -> Result<Arg> {
        if self.eat('{') {
            return Ok(Arg::Pack(self.list('}')?));
        }
        if self.eat('(') {
            return Ok(Arg::Group(self.list(')')?));
        }
        if self.eat('[') {
            return self.address();
        }
        if self.eat('!') {
            return Ok(Arg::Not(self.word()?));
        }
        if self.eat('-') {
            return Ok(match self.next()? {
                Token::Int(v) => Arg::Int(v.wrapping_neg()),
                Token::F32(v) => Arg::F32(v ^ 1 << 31),
                Token::F64(v) => Arg::F64(v ^ 1 << 63),
                other => return self.refused(format!("a number expected behind `-`, found {other:?}")),
            });
        }
        match self.next()? {
            Token::Int(v) => Ok(Arg::Int(v)),
            Token::F32(v) => Ok(Arg::F32(v)),
            Token::F64(v) => Ok(Arg::F64(v)),
            Token::Word(w) if w == "_" => Ok(Arg::Sink),
            Token::Word(w) if self.eat('|') => Ok(Arg::Pair(w, self.word()?)),
            Token::Word(w) if self.is('+') || self.is('-') => Ok(Arg::Near(w, self.offset()?)),
            Token::Word(w) => Ok(Arg::Name(w)),
            other => {
                self.at -= 1;
                self.refused(format!("an operand can't begin with {other:?}"))
            }
        }
    }

    fn offset(&mut self) -> Result<i64> {
        if self.eat('+') {
            return Ok(self.int()? as i64);
        }
        if self.is('-') {
            return Ok(self.int()? as i64);
        }
        Ok(0)
    }

    fn address(&mut self) -> Result<Arg> {
        let at = if self.peek_word().is_some() {
            let base = self.word()?;
            Arg::At(Some(base), self.offset()?)
        } else {
            Arg::At(None, self.int()? as i64)
        };
        if self.eat(',') {
            // `[texture, {x, y}]`: nothing that is known, to be refused with the instruction's name.
            return Ok(Arg::Group(self.list(']')?));
        }
        self.expect(']')?;
        Ok(at)
    }
}

/// A state space by its name without the dot.
pub(crate) fn space(name: &str) -> Option<Space> {
    Some(match name {
        "global" => Space::Global,
        "const" => Space::Const,
        "shared" | "shared::cta" => Space::Shared,
        "local" => Space::Local,
        "param" | "param::entry" | "param::func" => Space::Param,
        _ => return None,
    })
}
