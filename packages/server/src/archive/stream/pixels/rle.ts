export { decodeRle, UnreadableFrame } from '@overread/imaging/pixels/rle.ts';
