//! Device memory. An address is an allocation's number in the upper 32 bits and an offset in the lower: what runs
//! over the end of an allocation meets no other one, and a freed one stays unmapped.

/// Numbers below are the windows of [`code`](crate::code).
const FIRST: u64 = 16;
/// What memory holds before it is written.
const POISON: u8 = 0xa5;

/// All allocations of a device.
pub struct Memory {
    all: Vec<Option<Box<[u8]>>>,
    used: usize,
    capacity: usize,
}

/// A place in memory.
#[derive(Clone, Copy)]
pub struct Found {
    slot: usize,
    offset: usize,
}

impl Memory {
    /// Of at most `capacity` bytes, below 4 GiB.
    pub fn new(capacity: usize) -> Self {
        Memory {
            all: vec![],
            used: 0,
            capacity: capacity.min(u32::MAX as usize),
        }
    }

    pub fn capacity(&self) -> usize {
        self.capacity
    }

    pub fn used(&self) -> usize {
        self.used
    }

    /// New memory, not yet written; `None` where there is no room.
    pub fn alloc(&mut self, bytes: usize) -> Option<u64> {
        if bytes > self.capacity - self.used {
            return None;
        }
        self.used += bytes;
        self.all.push(Some(vec![POISON; bytes].into_boxed_slice()));
        Some((self.all.len() as u64 - 1 + FIRST) << 32)
    }

    /// Whether there was such an allocation.
    pub fn free(&mut self, address: u64) -> bool {
        let Some(slot) = Self::slot(address).filter(|_| address as u32 == 0) else {
            return false;
        };
        let freed = self.all.get_mut(slot).and_then(Option::take);
        self.used -= freed.as_ref().map_or(0, |b| b.len());
        freed.is_some()
    }

    fn slot(address: u64) -> Option<usize> {
        (address >> 32).checked_sub(FIRST).map(|n| n as usize)
    }

    /// Where `bytes` from `address` are, if inside one allocation.
    #[inline]
    pub fn find(&self, address: u64, bytes: usize) -> Option<Found> {
        let slot = ((address >> 32) as usize).wrapping_sub(FIRST as usize);
        let all = self.all.get(slot)?.as_ref()?;
        let offset = address as u32 as usize;
        (offset + bytes <= all.len()).then_some(Found { slot, offset })
    }

    /// The bytes that [`Memory::find`] found.
    #[inline]
    pub fn at(&mut self, found: Found, bytes: usize) -> &mut [u8] {
        let all = self.all[found.slot].as_deref_mut().unwrap_or_default();
        &mut all[found.offset..found.offset + bytes]
    }

    /// `bytes` from `address`, where they are inside one allocation.
    pub fn bytes(&mut self, address: u64, bytes: usize) -> Option<&mut [u8]> {
        let found = self.find(address, bytes)?;
        Some(self.at(found, bytes))
    }

    /// Base and size of the allocation that holds an address.
    pub fn range(&self, address: u64) -> Option<(u64, usize)> {
        let found = self.find(address, 0)?;
        let bytes = self.all[found.slot].as_ref()?.len();
        Some((address >> 32 << 32, bytes))
    }

    /// What is near an address, in words, for a log.
    pub fn describe(&self, address: u64) -> String {
        match Self::slot(address).and_then(|n| self.all.get(n)) {
            None => "which is in no allocation".into(),
            Some(None) => "whose allocation was freed".into(),
            Some(Some(all)) => format!("which is byte {} of an allocation of {}", address as u32, all.len()),
        }
    }
}
