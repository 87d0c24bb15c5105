//! Compiling WGSL and launching it.

use std::any::Any;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use hoist_backend::Error;
use hoist_backend::backend::{Grid, LaunchTimes, Mem, Prog, Program, Source};
use wgpu::{
    BindGroup, BindGroupDescriptor, BindGroupEntry, BindGroupLayout, BindGroupLayoutDescriptor, BindGroupLayoutEntry,
    BindingType, Buffer, BufferBindingType, BufferUsages, CommandEncoderDescriptor, ComputePassDescriptor,
    ComputePassTimestampWrites, ComputePipeline, ComputePipelineDescriptor, MapMode, PipelineLayoutDescriptor,
    QuerySet, QuerySetDescriptor, QueryType, ShaderModuleDescriptor, ShaderSource, ShaderStages, SubmissionIndex,
};

use crate::device::{Opened, lock};
use crate::spirv;

/// Two timestamps, in ticks.
const STAMPS: u64 = 16;

/// Where the device writes the times of a launch.
pub(crate) struct Clock {
    queries: QuerySet,
    resolved: Buffer,
    readable: Buffer,
    nanoseconds: f64,
}

impl Clock {
    pub(crate) fn new(opened: &Opened) -> Self {
        let buffer = |usage| {
            opened.device.create_buffer(&wgpu::BufferDescriptor {
                label: None,
                size: STAMPS,
                usage,
                mapped_at_creation: false,
            })
        };
        Clock {
            queries: opened.device.create_query_set(&QuerySetDescriptor {
                label: None,
                ty: QueryType::Timestamp,
                count: 2,
            }),
            resolved: buffer(BufferUsages::QUERY_RESOLVE | BufferUsages::COPY_SRC),
            readable: buffer(BufferUsages::MAP_READ | BufferUsages::COPY_DST),
            nanoseconds: f64::from(opened.queue.get_timestamp_period()),
        }
    }

    /// The time between the two stamps, once the launch has run and `readable` is mapped.
    fn elapsed(&self) -> Option<Duration> {
        let view = self.readable.get_mapped_range(..STAMPS).ok()?;
        let ticks = |at: usize| view[at..at + 8].try_into().map(u64::from_le_bytes).ok();
        let (start, end) = (ticks(0)?, ticks(8)?);
        Some(Duration::from_nanos(
            (end.saturating_sub(start) as f64 * self.nanoseconds) as u64,
        ))
    }
}

/// A pipeline and the layout of its one bind group.
pub(crate) struct WgpuProgram {
    pipeline: ComputePipeline,
    layout: BindGroupLayout,
    entry: String,
    slots: usize,
}

impl Program for WgpuProgram {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Compiles `source`; what the compiler says goes into the error.
pub(crate) fn compile(opened: &Opened, source: &Source<'_>) -> Result<Prog, Error> {
    let slots = source.written.len();
    if slots as u64 > u64::from(opened.info.max_bindings) {
        return Err(opened.unsupported(
            format!("{slots} bindings for kernel {}", source.entry),
            format!("it binds {} storage buffers", opened.info.max_bindings),
        ));
    }
    let refused = |log| Error::Compile {
        device: opened.info.id.clone(),
        kernel: source.entry.into(),
        log,
    };
    let device = &opened.device;
    let words = match opened.spirv {
        Some(controls) if !source.fast => {
            // Those that count up to a limit have always ended.
            let free = source.text.matches("loop {").count() > source.text.matches("fn hoist_fail(").count();
            let bounded = free && !opened.info.is_cpu;
            Some(spirv::compile(source.text, source.entry, controls, bounded).map_err(refused)?)
        }
        _ => None,
    };
    let module = opened
        .scoped(|| match words {
            // SAFETY: the module is naga's, from text whose every index is checked against the buffer's length or
            // proved to be below it, and every divisor against zero.
            Some(words) => unsafe {
                device.create_shader_module_passthrough(wgpu::ShaderModuleDescriptorPassthrough {
                    label: Some(source.entry),
                    entry_points: vec![wgpu::PassthroughShaderEntryPoint {
                        name: source.entry.into(),
                        workgroup_size: (1, 1, 1),
                    }]
                    .into(),
                    spirv: Some(words.into()),
                    ..Default::default()
                })
            },
            None => device.create_shader_module(ShaderModuleDescriptor {
                label: Some(source.entry),
                source: ShaderSource::Wgsl(source.text.into()),
            }),
        })
        .map_err(refused)?;
    let entries: Vec<BindGroupLayoutEntry> = source
        .written
        .iter()
        .enumerate()
        .map(|(n, &w)| slot(n as u32, w))
        .collect();
    let layout = opened.guarded("create_bind_group_layout", || {
        device.create_bind_group_layout(&BindGroupLayoutDescriptor {
            label: Some(source.entry),
            entries: &entries,
        })
    })?;
    let pipeline = opened
        .scoped(|| {
            let all = device.create_pipeline_layout(&PipelineLayoutDescriptor {
                label: Some(source.entry),
                bind_group_layouts: &[Some(&layout)],
                immediate_size: 0,
            });
            device.create_compute_pipeline(&ComputePipelineDescriptor {
                label: Some(source.entry),
                layout: Some(&all),
                module: &module,
                entry_point: Some(source.entry),
                compilation_options: Default::default(),
                cache: None,
            })
        })
        .map_err(refused)?;
    Ok(Arc::new(WgpuProgram {
        pipeline,
        layout,
        entry: source.entry.into(),
        slots,
    }))
}

fn slot(binding: u32, written: bool) -> BindGroupLayoutEntry {
    let ty = BindingType::Buffer {
        ty: BufferBindingType::Storage { read_only: !written },
        has_dynamic_offset: false,
        min_binding_size: None,
    };
    BindGroupLayoutEntry {
        binding,
        visibility: ShaderStages::COMPUTE,
        ty,
        count: None,
    }
}

/// Launches and waits.
pub(crate) fn launch(opened: &Opened, program: &Prog, bindings: &[&Mem], grid: Grid) -> Result<LaunchTimes, Error> {
    let program = program
        .as_any()
        .downcast_ref::<WgpuProgram>()
        .ok_or_else(|| Error::WrongDevice {
            what: "program".into(),
            is: "another device".into(),
            wanted: opened.info.id.clone(),
        })?;
    check(opened, program, bindings, grid)?;
    let buffers: Vec<&Buffer> = bindings.iter().map(|m| opened.memory(m)).collect::<Result<_, _>>()?;
    for buffer in &buffers {
        if buffer.size() > opened.limits.max_storage_buffer_binding_size {
            return Err(opened.unsupported(
                format!("a binding of {} bytes in kernel {}", buffer.size(), program.entry),
                format!("the largest is {} bytes", opened.limits.max_storage_buffer_binding_size),
            ));
        }
    }
    let entries: Vec<BindGroupEntry<'_>> = buffers
        .iter()
        .enumerate()
        .map(|(n, b)| BindGroupEntry {
            binding: n as u32,
            resource: b.as_entire_binding(),
        })
        .collect();
    let group = opened.guarded("create_bind_group", || {
        opened.device.create_bind_group(&BindGroupDescriptor {
            label: Some(&program.entry),
            layout: &program.layout,
            entries: &entries,
        })
    })?;
    let clock = lock(&opened.clock);
    let began = Instant::now();
    let (said, heard) = mpsc::channel();
    let sent = opened.guarded("dispatch_workgroups", || {
        let sent = dispatch(opened, program, &group, grid, clock.as_ref());
        if let Some(clock) = clock.as_ref() {
            clock.readable.map_async(MapMode::Read, .., move |mapped| {
                // Nobody listens once the launch has failed.
                let _ = said.send(mapped);
            });
        }
        sent
    })?;
    let Some(clock) = clock.as_ref() else {
        opened.wait(Some(sent))?;
        return Ok(LaunchTimes {
            kernel: began.elapsed(),
            device_clock: false,
        });
    };
    opened.mapped(sent, &heard)?;
    let elapsed = clock.elapsed();
    clock.readable.unmap();
    Ok(LaunchTimes {
        kernel: elapsed.unwrap_or_else(|| began.elapsed()),
        device_clock: elapsed.is_some(),
    })
}

/// The limits that wgpu would report less clearly.
fn check(opened: &Opened, program: &WgpuProgram, bindings: &[&Mem], grid: Grid) -> Result<(), Error> {
    if bindings.len() != program.slots {
        return Err(opened.unsupported(
            format!("{} bindings for kernel {}", bindings.len(), program.entry),
            format!("it has {} slots", program.slots),
        ));
    }
    if grid.work_group > opened.info.max_work_group {
        return Err(opened.unsupported(
            format!("work-groups of {} for kernel {}", grid.work_group, program.entry),
            format!("the largest has {} items", opened.info.max_work_group),
        ));
    }
    if let Some(groups) = grid.groups.iter().find(|&&g| g > opened.info.max_groups) {
        return Err(opened.unsupported(
            format!("{groups} work-groups in a dimension of kernel {}", program.entry),
            format!("a dimension has {} at most", opened.info.max_groups),
        ));
    }
    Ok(())
}

fn dispatch(
    opened: &Opened,
    program: &WgpuProgram,
    group: &BindGroup,
    grid: Grid,
    clock: Option<&Clock>,
) -> SubmissionIndex {
    let mut encoder = opened
        .device
        .create_command_encoder(&CommandEncoderDescriptor::default());
    let mut pass = encoder.begin_compute_pass(&ComputePassDescriptor {
        label: Some(&program.entry),
        timestamp_writes: clock.map(|c| ComputePassTimestampWrites {
            query_set: &c.queries,
            beginning_of_pass_write_index: Some(0),
            end_of_pass_write_index: Some(1),
        }),
    });
    pass.set_pipeline(&program.pipeline);
    pass.set_bind_group(0, group, &[]);
    pass.dispatch_workgroups(grid.groups[0], grid.groups[1], grid.groups[2]);
    drop(pass);
    if let Some(c) = clock {
        encoder.resolve_query_set(&c.queries, 0..2, &c.resolved, 0);
        encoder.copy_buffer_to_buffer(&c.resolved, 0, &c.readable, 0, STAMPS);
    }
    opened.queue.submit([encoder.finish()])
}
