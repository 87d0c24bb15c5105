//! The slices of a call, each between two fences.
//!
//! A slice is the middle of a larger allocation. What lies before and behind it is a pattern that must be there
//! unchanged after a run, on the host and in a device's buffer alike; what a kernel only reads must be unchanged too.

use crate::values::{Item, Values};
use hoist::{Buffer, BufferSlice, BufferSliceMut, Device, Error};

/// Where a slice begins in its allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// On a cache line, as a fast program has it.
    Aligned,
    /// At an odd element, so that nothing is aligned but the element.
    Odd,
}

/// What a kernel does with a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An input.
    Read,
    /// An output, poisoned before the call.
    Written,
    /// Both.
    Updated,
}

/// Elements in front of a slice, and as many or more behind it.
pub const FENCE: usize = 67;
/// Room to begin on a cache line.
const ROOM: usize = 64;

/// One slice of a call.
pub struct Slice<T: Item> {
    whole: Vec<T>,
    at: usize,
    len: usize,
    role: Role,
    /// Of the elements as they were given.
    digest: u64,
    buffer: Option<Buffer<T>>,
}

/// Element `i` of a fence.
fn post<T: Item>(i: usize) -> T {
    // Any bits will do; as a float this is a finite number that no kernel computes.
    T::from_bits64(0x4b1d_c0de_4b1d_c0de ^ (i as u64 % 251))
}

impl<T: Item> Slice<T> {
    /// A slice that holds `data`.
    pub fn new(data: &[T], role: Role, layout: Layout) -> Self {
        let len = data.len();
        let size = 2 * FENCE + ROOM + len;
        let mut whole: Vec<T> = Vec::with_capacity(size);
        let at = match layout {
            Layout::Odd => FENCE,
            Layout::Aligned => FENCE + whole.as_ptr().wrapping_add(FENCE).align_offset(ROOM).min(ROOM),
        };
        whole.extend((0..at).map(post::<T>));
        whole.extend_from_slice(data);
        whole.extend((at + len..size).map(post::<T>));
        let mut slice = Slice {
            whole,
            at,
            len,
            role,
            digest: 0,
            buffer: None,
        };
        slice.digest = slice.digest();
        slice
    }
    /// The elements, on the host.
    pub fn host(&self) -> &[T] {
        &self.whole[self.at..][..self.len]
    }
    /// The elements, on the host, for writing.
    pub fn host_mut(&mut self) -> &mut [T] {
        &mut self.whole[self.at..][..self.len]
    }
    /// The elements in the buffer that [`AnySlice::to_device`] made.
    pub fn part(&self) -> BufferSlice<'_, T> {
        let buffer = self.buffer.as_ref().expect("`to_device` comes first");
        buffer.slice(self.at..self.at + self.len)
    }
    /// The same, for writing.
    pub fn part_mut(&mut self) -> BufferSliceMut<'_, T> {
        let buffer = self.buffer.as_mut().expect("`to_device` comes first");
        buffer.slice_mut(self.at..self.at + self.len)
    }
    /// The whole allocation, for tests that break a fence.
    pub fn whole_mut(&mut self) -> &mut [T] {
        &mut self.whole
    }
    fn digest(&self) -> u64 {
        let mix = |h: u64, x: &T| (h ^ x.to_bits64()).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23);
        self.host().iter().fold(0, mix)
    }
}

/// A [`Slice`] of any type.
pub trait AnySlice {
    /// What the kernel does with it.
    fn role(&self) -> Role;
    /// Copies the whole allocation to a device.
    fn to_device(&mut self, device: &Device) -> Result<(), Error>;
    /// Copies it back, where it is on a device.
    fn to_host(&mut self) -> Result<(), Error>;
    /// The elements.
    fn values(&self) -> Values;
    /// Whether what the kernel must not write is as it was.
    fn intact(&self) -> Result<(), String>;
}

impl<T: Item> AnySlice for Slice<T> {
    fn role(&self) -> Role {
        self.role
    }
    fn to_device(&mut self, device: &Device) -> Result<(), Error> {
        self.buffer = Some(device.upload(&self.whole)?);
        Ok(())
    }
    fn to_host(&mut self) -> Result<(), Error> {
        match &self.buffer {
            Some(buffer) => buffer.download_into(&mut self.whole),
            None => Ok(()),
        }
    }
    fn values(&self) -> Values {
        T::values(self.host())
    }
    fn intact(&self) -> Result<(), String> {
        let end = self.at + self.len;
        let fences = (0..self.at).chain(end..self.whole.len());
        for i in fences {
            if self.whole[i].to_bits64() != post::<T>(i).to_bits64() {
                let by = i as i64 - self.at as i64;
                return Err(format!(
                    "outside a slice of {} elements, element {by} was written",
                    self.len
                ));
            }
        }
        if self.role == Role::Read && self.digest() != self.digest {
            return Err("a slice that is only read was written".into());
        }
        Ok(())
    }
}
