import { Enums, imageLoader, metaData, type Types, utilities } from '@cornerstonejs/core';
import type { SeriesImages } from '../series-images.ts';
import { windowEnds } from '../window-table.ts';

const SCHEME = 'overread';

/** A frame's image id; the registry that made it knows the series behind it. */
export interface ImageRegistry {
  idsOf(images: SeriesImages): readonly string[];
  frameOf(imageId: string): { readonly images: SeriesImages; readonly index: number } | null;
}

function dataTypeOf({ header }: SeriesImages): Types.IImage['dataType'] {
  if (header.bitsAllocated === 8) return 'Uint8Array';
  return header.signed ? 'Int16Array' : 'Uint16Array';
}

function minMax(pixels: ArrayLike<number>): readonly [number, number] {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < pixels.length; i += 1) {
    const value = pixels[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}

/** A Cornerstone image whose voxels are the frame's bytes in the buffer of the series: nothing is copied or fetched. */
function imageOf(imageId: string, images: SeriesImages, index: number): Types.IImage {
  const { header } = images;
  const pixels = images.pixels(index);
  if (pixels === null) throw new Error(`frame ${index} of ${header.seriesInstanceUid} has not arrived`);
  const [minPixelValue, maxPixelValue] = minMax(pixels);
  const spacing = header.frames[index]?.pixelSpacing ?? [1, 1];
  const color = header.samplesPerPixel === 3;
  const voxelManager = utilities.VoxelManager.createImageVoxelManager({
    scalarData: pixels,
    width: header.columns,
    height: header.rows,
    numberOfComponents: header.samplesPerPixel,
  });
  return {
    imageId,
    minPixelValue,
    maxPixelValue,
    // The window is set in stored values (see the renderer), so the rescale is left out here.
    slope: 1,
    intercept: 0,
    windowCenter: color ? 128 : header.window.center,
    windowWidth: color ? 256 : header.window.width,
    voiLUTFunction: Enums.VOILUTFunctionType.LINEAR,
    getPixelData: () => pixels,
    getCanvas: () => {
      throw new Error('colour frames are drawn from their samples, not from a canvas');
    },
    rows: header.rows,
    columns: header.columns,
    height: header.rows,
    width: header.columns,
    color,
    rgba: false,
    numberOfComponents: header.samplesPerPixel,
    columnPixelSpacing: spacing[1],
    rowPixelSpacing: spacing[0],
    invert: header.photometric === 'MONOCHROME1',
    photometricInterpretation: header.photometric,
    sizeInBytes: header.frameBytes,
    dataType: dataTypeOf(images),
    voxelManager,
  } as Types.IImage;
}

function imagePlane(images: SeriesImages, index: number) {
  const { header } = images;
  const frame = header.frames[index];
  const spacing = frame?.pixelSpacing ?? [1, 1];
  const orientation = frame?.orientation?.length === 6 ? [...frame.orientation] : [1, 0, 0, 0, 1, 0];
  return {
    frameOfReferenceUID: frame?.frameOfReferenceUid || header.seriesInstanceUid,
    rows: header.rows,
    columns: header.columns,
    imageOrientationPatient: orientation,
    rowCosines: orientation.slice(0, 3),
    columnCosines: orientation.slice(3, 6),
    imagePositionPatient: frame?.position?.length === 3 ? [...frame.position] : [0, 0, index],
    sliceThickness: frame?.sliceThickness ?? 1,
    pixelSpacing: [...spacing],
    rowPixelSpacing: spacing[0],
    columnPixelSpacing: spacing[1],
    usingDefaultValues: frame?.position == null || frame.orientation == null,
  };
}

/** Answers Cornerstone's questions about a frame from the header of the stream, by the name of the DICOM module. */
function moduleOf(type: string, images: SeriesImages, index: number): unknown {
  const { header } = images;
  switch (type) {
    case Enums.MetadataModules.IMAGE_PLANE:
      return imagePlane(images, index);
    case Enums.MetadataModules.IMAGE_PIXEL:
      return {
        bitsAllocated: header.bitsAllocated,
        bitsStored: header.bitsAllocated,
        highBit: header.bitsAllocated - 1,
        pixelRepresentation: header.signed ? 1 : 0,
        samplesPerPixel: header.samplesPerPixel,
        photometricInterpretation: header.photometric,
        rows: header.rows,
        columns: header.columns,
      };
    case Enums.MetadataModules.GENERAL_SERIES:
      return { modality: 'MR', seriesInstanceUID: header.seriesInstanceUid, seriesDescription: header.description };
    case Enums.MetadataModules.GENERAL_IMAGE:
      return {
        sopInstanceUID: header.frames[index]?.sopInstanceUid,
        instanceNumber: header.frames[index]?.instanceNumber,
      };
    case Enums.MetadataModules.VOI_LUT: {
      const { lower, upper } = windowEnds(header.window);
      return { windowCenter: [(lower + upper + 1) / 2], windowWidth: [upper - lower + 1] };
    }
    case Enums.MetadataModules.MODALITY_LUT:
      return { rescaleSlope: 1, rescaleIntercept: 0, modality: 'MR' };
    default:
      return undefined;
  }
}

/** Registers the image loader and the metadata provider with Cornerstone, once for a page. */
export function registerSeriesImages(): ImageRegistry {
  const byKey = new Map<string, SeriesImages>();
  const ids = new WeakMap<SeriesImages, readonly string[]>();

  function frameOf(imageId: string) {
    const [key, index] = imageId.slice(SCHEME.length + 1).split('/');
    const images = byKey.get(key ?? '');
    return images === undefined ? null : { images, index: Number(index) };
  }

  imageLoader.registerImageLoader(SCHEME, (imageId: string) => {
    const frame = frameOf(imageId);
    const promise =
      frame === null
        ? Promise.reject(new Error(`no open series behind ${imageId}`))
        : Promise.resolve().then(() => imageOf(imageId, frame.images, frame.index));
    return { promise };
  });
  metaData.addProvider((type: string, imageId: unknown) => {
    const frame = typeof imageId === 'string' && imageId.startsWith(`${SCHEME}:`) ? frameOf(imageId) : null;
    return frame === null ? undefined : moduleOf(type, frame.images, frame.index);
  }, 10_000);

  return {
    frameOf,
    idsOf(images) {
      const known = ids.get(images);
      if (known !== undefined) return known;
      const key = `${byKey.size}.${images.header.seriesInstanceUid}`;
      byKey.set(key, images);
      const made = images.header.frames.map((_, index) => `${SCHEME}:${key}/${index}`);
      ids.set(images, made);
      return made;
    },
  };
}
