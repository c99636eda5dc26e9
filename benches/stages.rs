//! How long each stage of the pipeline takes, on a library in memory: what a change does to one stage.
//!
//! The unit is the page: `thrpt` says how many pages a stage gets through in a second. Stages run on all cores, as they
//! do in the program, and with its allocator. Whole runs of the program, with loading and writing, are `processes.py`.

mod library;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{BatchSize, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use mimalloc::MiMalloc;
use rayon::prelude::*;
use rolebook::load::Sources;
use rolebook::parse::{self, Parsed};
use rolebook::pipeline::{Timings, compile};
use rolebook::plan::Route;
use rolebook::render::Renderer;
use rolebook::resolve::{self, Options};
use rolebook::site::Site;
use rolebook::{check, plan, relate};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const ROLES: usize = 300;

fn sources() -> Sources {
    let files = library::library(ROLES).into_iter();
    Sources::in_memory(files.map(|(path, text)| (path.into(), text.into())))
}

fn parsed(sources: &Sources) -> Parsed {
    parse::parse(sources).0.expect("the configuration can be used")
}

fn site(sources: &Sources) -> Site {
    let compiled = compile(sources, &Options::default(), &mut Timings::default());
    assert_eq!(compiled.diagnostics, [], "what has mistakes is not rendered");
    compiled.site.expect("the configuration can be used")
}

fn render(site: &Site) -> usize {
    let renderer = Renderer::new(site);
    let routes: Vec<_> = site.routes.iter().collect();
    routes.into_par_iter().map(|(_, route)| black_box(renderer.render(route)).is_ok()).filter(|sound| *sound).count()
}

fn stages(criterion: &mut Criterion) {
    let sources = sources();
    let site = site(&sources);
    let (library, bodies) = (Arc::clone(&site.library), Arc::clone(&site.bodies));
    let pages = site.routes.iter().filter(|(_, route)| matches!(route, Route::Page(_))).count();

    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Elements(pages as u64));
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    group.warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(5));
    group.bench_function("parse", |bench| bench.iter_with_large_drop(|| parse::parse(&sources)));
    group.bench_function("resolve", |bench| {
        let resolve = |parsed| resolve::resolve(parsed, &Options::default());
        bench.iter_batched(|| parsed(&sources), resolve, BatchSize::PerIteration);
    });
    group.bench_function("relate", |bench| {
        bench.iter_with_large_drop(|| relate::relate(&relate::Inputs::of(&library, &bodies)));
    });
    group.bench_function("plan", |bench| bench.iter_with_large_drop(|| plan::plan(&library, &bodies)));
    group.bench_function("check", |bench| bench.iter(|| check::check(&site)));
    group.bench_function("render", |bench| bench.iter(|| render(&site)));
}

criterion_group!(benches, stages);
criterion_main!(benches);
