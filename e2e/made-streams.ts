import type { StreamHeader } from '@overread/contract/images.ts';

export type MadeSeries = Pick<StreamHeader, 'rows' | 'columns' | 'signed' | 'samplesPerPixel' | 'photometric'> & {
  readonly uid: string;
  readonly spacing: readonly [number, number];
  readonly slices: number;
  readonly slope: number;
  readonly intercept: number;
  readonly stacks?: StreamHeader['stacks'];
};

/** A smooth hill with a hard-edged block: soft and sharp transitions, different in every slice. Values 0 to 1. */
function brightness(series: MadeSeries, x: number, y: number, z: number): number {
  const [u, v] = [x / series.columns - 0.5, y / series.rows - 0.5];
  const hill = Math.exp(-6 * (u * u + v * v)) * (0.6 + (0.4 * z) / series.slices);
  const block = Math.abs(u - 0.15) < 0.1 && Math.abs(v + 0.2) < 0.06 ? 0.35 : 0;
  return Math.min(1, hill + block);
}

function frameOf(series: MadeSeries, z: number): Uint8Array {
  const { rows, columns, samplesPerPixel, signed, slope, intercept } = series;
  if (samplesPerPixel === 3) {
    const rgb = new Uint8Array(rows * columns * 3);
    for (let i = 0; i < rows * columns; i += 1) {
      const value = brightness(series, i % columns, Math.floor(i / columns), z);
      rgb.set([value * 255, value * 128, 255 - value * 255].map(Math.round), i * 3);
    }
    return rgb;
  }
  const values = signed ? new Int16Array(rows * columns) : new Uint16Array(rows * columns);
  for (let i = 0; i < values.length; i += 1) {
    const wanted = 1000 * brightness(series, i % columns, Math.floor(i / columns), z) - (signed ? 200 : 0);
    values[i] = Math.round((wanted - intercept) / slope);
  }
  return new Uint8Array(values.buffer);
}

/** The bytes of a made axial series as the service streams it: middle slice first. */
export function madeStream(series: MadeSeries): Uint8Array {
  const { rows, columns, samplesPerPixel, slices } = series;
  const middle = Math.floor(slices / 2);
  const order = Array.from({ length: slices }, (_, i) => i).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const header: StreamHeader = {
    seriesInstanceUid: series.uid,
    description: 'made',
    rows,
    columns,
    bitsAllocated: samplesPerPixel === 3 ? 8 : 16,
    signed: series.signed,
    samplesPerPixel,
    photometric: series.photometric,
    frameBytes: rows * columns * samplesPerPixel * (samplesPerPixel === 3 ? 1 : 2),
    window: { center: series.signed ? 250 : 450, width: 900 },
    slope: series.slope,
    intercept: series.intercept,
    stacks: series.stacks ?? [],
    frames: order.map((_, z) => ({
      sopInstanceUid: `${series.uid}.${z}`,
      frame: 0,
      instanceNumber: z + 1,
      position: [-80, -100, z * 4],
      orientation: [1, 0, 0, 0, 1, 0],
      pixelSpacing: series.spacing,
      sliceThickness: 4,
      repetitionTime: null,
      echoTime: null,
      frameOfReferenceUid: '1.2.840.99',
    })),
    order,
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const frames = order.map((z) => frameOf(series, z));
  const length = new Uint8Array(new Uint32Array([json.length]).buffer);
  const parts = [new TextEncoder().encode('OVR1'), length, json, ...frames];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
