//! Data that stays on a device.

use std::marker::PhantomData;
use std::ops::{Bound, RangeBounds};
use std::sync::Arc;

use hoist_machine::Element;

use crate::device::Device;
use crate::elems::{bytes_of, fill_mem, normalise, zeros};
use crate::store::{HostBytes, Place, Store};
use hoist_backend::error::{Error, Result};

/// `len` elements on a device, 64-byte aligned on a CPU.
///
/// Work in flight shares the memory, so dropping a buffer is always safe; every use waits for the
/// uses before it that it depends on.
///
/// ```
/// # use hoist_host::Device;
/// let cpu = Device::open("cpu")?;
/// let mut x = cpu.upload(&[1, 2, 3, 4])?;
/// x.slice_mut(1..3).fill(0)?;
/// assert_eq!(x.download()?, [1, 0, 0, 4]);
/// # Ok::<(), hoist_host::Error>(())
/// ```
pub struct Buffer<T> {
    pub(crate) store: Arc<Store>,
    pub(crate) device: Device,
    len: usize,
    _elements: PhantomData<T>,
}

/// A part of a [`Buffer`], read only.
pub struct BufferSlice<'a, T> {
    pub(crate) buffer: &'a Buffer<T>,
    pub(crate) offset: usize,
    pub(crate) len: usize,
}
impl<T: Element> Clone for BufferSlice<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Element> Copy for BufferSlice<'_, T> {}

/// A part of a [`Buffer`], for writing.
pub struct BufferSliceMut<'a, T> {
    // Shared, because the two halves of a split name one buffer; the ranges are disjoint.
    pub(crate) buffer: &'a Buffer<T>,
    pub(crate) offset: usize,
    pub(crate) len: usize,
    _exclusive: PhantomData<&'a mut T>,
}

fn resolve(range: impl RangeBounds<usize>, len: usize) -> (usize, usize) {
    let from = match range.start_bound() {
        Bound::Included(&a) => a,
        Bound::Excluded(&a) => a + 1,
        Bound::Unbounded => 0,
    };
    let to = match range.end_bound() {
        Bound::Included(&b) => b + 1,
        Bound::Excluded(&b) => b,
        Bound::Unbounded => len,
    };
    assert!(
        from <= to && to <= len,
        "range {from}..{to} out of bounds of a buffer of length {len}"
    );
    (from, to - from)
}

impl<T: Element> Buffer<T> {
    pub(crate) fn new(device: &Device, len: usize) -> Result<Self> {
        let too_big = || Error::Unsupported {
            device: device.name().into(),
            what: format!("a buffer of {len} elements"),
            limit: "its size in bytes does not fit an address".into(),
        };
        let bytes = len
            .checked_mul(size_of::<T>())
            .filter(|b| *b <= isize::MAX as usize)
            .ok_or_else(too_big)?;
        let place = match device.remote() {
            None => Place::Host(HostBytes::new(bytes).ok_or_else(too_big)?),
            Some(remote) => {
                let mem = remote.backend.alloc(bytes.max(16))?;
                Place::Remote {
                    backend: remote.backend.clone(),
                    mem,
                }
            }
        };
        Ok(Buffer {
            store: Store::new(place),
            device: device.clone(),
            len,
            _elements: PhantomData,
        })
    }
    /// Number of elements.
    pub fn len(&self) -> usize {
        self.len
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
    /// The device that holds it.
    pub fn device(&self) -> &Device {
        &self.device
    }
    /// A part, for reading. Panics where slicing would.
    pub fn slice(&self, range: impl RangeBounds<usize>) -> BufferSlice<'_, T> {
        let (offset, len) = resolve(range, self.len);
        BufferSlice {
            buffer: self,
            offset,
            len,
        }
    }
    /// A part, for writing. Panics where slicing would.
    pub fn slice_mut(&mut self, range: impl RangeBounds<usize>) -> BufferSliceMut<'_, T> {
        let (offset, len) = resolve(range, self.len);
        BufferSliceMut {
            buffer: self,
            offset,
            len,
            _exclusive: PhantomData,
        }
    }
    /// Two parts for writing, cut at `mid`.
    pub fn split_at_mut(&mut self, mid: usize) -> (BufferSliceMut<'_, T>, BufferSliceMut<'_, T>) {
        self.slice_mut(..).split_at_mut(mid)
    }
    /// The elements, copied to the host.
    pub fn download(&self) -> Result<Vec<T>> {
        self.slice(..).download()
    }
    /// Copies the elements into `out`, which has the buffer's length.
    pub fn download_into(&self, out: &mut [T]) -> Result<()> {
        self.slice(..).download_into(out)
    }
    /// Copies `data`, which has the buffer's length, to the device.
    pub fn upload_from(&mut self, data: &[T]) -> Result<()> {
        self.slice_mut(..).upload_from(data)
    }
    /// Sets every element to `v`.
    pub fn fill(&mut self, v: T) -> Result<()> {
        self.slice_mut(..).fill(v)
    }
    /// Copies from another buffer of the same length, on any device.
    pub fn copy_from<'b>(&mut self, from: impl Into<BufferSlice<'b, T>>) -> Result<()> {
        self.slice_mut(..).copy_from(from)
    }
}

impl<'a, T: Element> From<&'a Buffer<T>> for BufferSlice<'a, T> {
    fn from(b: &'a Buffer<T>) -> Self {
        b.slice(..)
    }
}

fn equal(to: usize, from: usize) -> Result<()> {
    if to == from {
        Ok(())
    } else {
        Err(Error::LengthMismatch { to, from })
    }
}

impl<T: Element> BufferSlice<'_, T> {
    /// Number of elements.
    pub fn len(&self) -> usize {
        self.len
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
    /// The elements, copied to the host.
    pub fn download(&self) -> Result<Vec<T>> {
        let mut out = zeros(self.len);
        self.download_into(&mut out)?;
        Ok(out)
    }
    /// Copies the elements into `out`, which has the same length.
    pub fn download_into(&self, out: &mut [T]) -> Result<()> {
        equal(out.len(), self.len)?;
        if self.len == 0 {
            return Ok(());
        }
        self.buffer.store.settle(false);
        match &self.buffer.store.place {
            Place::Host(h) => {
                // SAFETY: the range lies in the allocation; writers in flight are done, and the
                // borrow of the buffer keeps new ones away.
                unsafe {
                    std::ptr::copy_nonoverlapping(h.ptr().cast::<T>().add(self.offset), out.as_mut_ptr(), self.len)
                }
                Ok(())
            }
            Place::Remote { backend, mem } => self
                .buffer
                .device
                .timed(|p| &mut p.download, || read_elems(&**backend, mem, self.offset, out)),
        }
    }
}

/// Reads elements of a backend's memory.
pub(crate) fn read_elems<T: Element>(
    backend: &dyn crate::Backend,
    mem: &crate::Mem,
    offset: usize,
    out: &mut [T],
) -> Result<()> {
    let mut bytes = vec![0u8; size_of_val(out)];
    backend.read(mem, offset * size_of::<T>(), &mut bytes)?;
    normalise::<T>(&mut bytes);
    // SAFETY: `bytes` is as long as `out`; after `normalise` every pattern is a valid element.
    unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), out.as_mut_ptr().cast(), bytes.len()) }
    Ok(())
}

impl<'a, T: Element> BufferSliceMut<'a, T> {
    /// Number of elements.
    pub fn len(&self) -> usize {
        self.len
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
    /// Two parts, cut at `mid`.
    pub fn split_at_mut(self, mid: usize) -> (Self, Self) {
        assert!(mid <= self.len, "split at {mid} out of bounds of length {}", self.len);
        let right = BufferSliceMut {
            buffer: self.buffer,
            offset: self.offset + mid,
            len: self.len - mid,
            _exclusive: PhantomData,
        };
        (BufferSliceMut { len: mid, ..self }, right)
    }
    /// The same part, for reading.
    pub fn as_slice(&self) -> BufferSlice<'_, T> {
        BufferSlice {
            buffer: self.buffer,
            offset: self.offset,
            len: self.len,
        }
    }
    /// Copies `data`, of the same length, to the device.
    pub fn upload_from(&mut self, data: &[T]) -> Result<()> {
        equal(self.len, data.len())?;
        if self.len == 0 {
            return Ok(());
        }
        self.buffer.store.settle(true);
        match &self.buffer.store.place {
            Place::Host(h) => {
                // SAFETY: the range lies in the allocation, this borrow is the only one of it, and
                // work in flight on it is done.
                unsafe { std::ptr::copy_nonoverlapping(data.as_ptr(), h.ptr().cast::<T>().add(self.offset), self.len) }
                Ok(())
            }
            Place::Remote { backend, mem } => self.buffer.device.timed(
                |p| &mut p.upload,
                || backend.write(mem, self.offset * size_of::<T>(), &bytes_of(data)),
            ),
        }
    }
    /// Sets every element to `v`.
    pub fn fill(&mut self, v: T) -> Result<()> {
        if self.len == 0 {
            return Ok(());
        }
        self.buffer.store.settle(true);
        match &self.buffer.store.place {
            Place::Host(h) => {
                // SAFETY: as in `upload_from`; the memory is zeroed at birth, so it holds elements.
                unsafe { std::slice::from_raw_parts_mut(h.ptr().cast::<T>().add(self.offset), self.len) }.fill(v);
                Ok(())
            }
            Place::Remote { backend, mem } => fill_mem(&**backend, mem, self.offset, self.len, v),
        }
    }
    /// Copies from a part of another buffer of the same length, on any device.
    pub fn copy_from<'b>(&mut self, from: impl Into<BufferSlice<'b, T>>) -> Result<()> {
        let from = from.into();
        equal(self.len, from.len)?;
        if self.len == 0 {
            return Ok(());
        }
        self.buffer.store.settle(true);
        from.buffer.store.settle(false);
        match (&self.buffer.store.place, &from.buffer.store.place) {
            (Place::Host(to), Place::Host(src)) => {
                // SAFETY: both ranges lie in their allocations; an exclusive and a shared borrow
                // can't name overlapping elements.
                unsafe {
                    std::ptr::copy(
                        src.ptr().cast::<T>().add(from.offset),
                        to.ptr().cast::<T>().add(self.offset),
                        self.len,
                    )
                }
                Ok(())
            }
            (Place::Remote { backend, mem }, Place::Remote { backend: b2, mem: src }) if Arc::ptr_eq(backend, b2) => {
                let size = size_of::<T>();
                copy_mem(
                    &**backend,
                    (src, from.offset * size),
                    (mem, self.offset * size),
                    self.len * size,
                )
            }
            _ => self.upload_from(&from.download()?),
        }
    }
}

/// A copy on the device; by way of a temporary within one memory, which many drivers refuse.
pub(crate) fn copy_mem(
    backend: &dyn crate::Backend,
    from: (&crate::Mem, usize),
    to: (&crate::Mem, usize),
    bytes: usize,
) -> Result<()> {
    if !Arc::ptr_eq(from.0, to.0) {
        return backend.copy(from.0, from.1, to.0, to.1, bytes);
    }
    let temporary = backend.alloc(bytes)?;
    backend.copy(from.0, from.1, &temporary, 0, bytes)?;
    backend.copy(&temporary, 0, to.0, to.1, bytes)
}
