import { describe, expect, it } from 'vitest';
import { type MadeItem, madeInstance } from '../../../../../testing/made-dicom.ts';
import { parseHeader } from '../../headers/parse-header.ts';
import { describeSeries } from '../describe-series.ts';

/** A series of which the header has words alone: no orientation, no times. */
const worded = (SeriesDescription: string, more: MadeItem = {}) =>
  describeSeries([
    parseHeader(
      madeInstance({
        SpecificCharacterSet: 'ISO_IR 192',
        SeriesDescription,
        ImageOrientationPatient: undefined,
        ImagePositionPatient: undefined,
        ...more,
      }),
    ),
  ]);

/** Description, weighting, plane, fat suppressed (f), contrast (c, or n for "without"). */
type Row = readonly [string, string, string?, string?];

function holds([description, weighting, plane, marks = '']: Row): void {
  const series = worded(description);
  expect(series.weighting, series.because.join('; ')).toBe(weighting);
  if (plane !== undefined && plane !== '') expect(series.plane).toBe(plane);
  if (marks.includes('f')) expect(series.fatSuppressed, series.because.join('; ')).toBe(true);
  if (marks.includes('c')) expect(series.contrastEnhanced, series.because.join('; ')).toBe(true);
  if (marks.includes('n')) {
    expect(series.contrastEnhanced, series.because.join('; ')).toBe(false);
    expect(series.because.some((sentence) => sentence.includes('says'))).toBe(true);
  }
}

describe('German', () => {
  it.each<Row>([
    ['T1 TSE sag nativ', 'T1', 'sagittal', 'n'],
    ['T1 tra nach KM', 'T1', 'axial', 'c'],
    ['T1 SE koronar mit KM', 'T1', 'coronal', 'c'],
    ['T1w transversal ohne KM', 'T1', 'axial', 'n'],
    ['T1 vor KM axial', 'T1', 'axial', 'n'],
    ['PD fettsupprimiert sagittal', 'PD', 'sagittal', 'f'],
    ['Protonendichte fettgesättigt cor', 'PD', 'coronal', 'f'],
    ['T2-gewichtet frontal', 'T2', 'coronal'],
    ['Diffusionswichtung tra', 'DWI', 'axial'],
    ['Diffusion ADC Karte', 'ADC'],
    ['Suszeptibilität tra', 'SWI', 'axial'],
    ['Übersicht', 'localizer'],
    ['Lokalisator 3 Ebenen', 'localizer'],
    ['T1 VIBE dynamisch mit KM', 'DCE', '', 'c'],
    ['T1 FLASH Gegenphase', 'T1'],
    ['T1 ohne Fettsättigung', 'T1'],
    ['Perfusion', 'DSC'],
    ['Flussmessung venc 100', 'PC-MRA'],
    ['T1 KM+ tra', 'T1', 'axial', 'c'],
    ['T1 KM- tra', 'T1', 'axial', 'n'],
    ['t1_tse_fs_cor_+KM', 'T1', 'coronal', 'cf'],
  ])('%s', (...row) => holds(row as unknown as Row));
});

describe('French', () => {
  it.each<Row>([
    ['T1 axial sans injection', 'T1', 'axial', 'n'],
    ['T1 coronale après injection', 'T1', 'coronal', 'c'],
    ['AX T1 GADO', 'T1', 'axial', 'c'],
    ['SAG T1 FATSAT GADO', 'T1', 'sagittal', 'cf'],
    ['Sag DP FatSat', 'PD', 'sagittal', 'f'],
    ['Densité de protons frontale', 'PD', 'coronal'],
    ['T2 suppression de graisse', 'T2', '', 'f'],
    ['Axiale T2 pondérée', 'T2', 'axial'],
    ['Diffusion b1000 axiale', 'DWI', 'axial'],
    ['Coefficient de diffusion apparent', 'ADC'],
    ['Repérage', 'localizer'],
    ['Temps de vol 3D', 'TOF'],
    ['Contraste de phase', 'PC-MRA'],
    ['Bili IRM', 'MRCP'],
    ['T1 EN PHASE', 'T1'],
    ['Dynamique T1 gado', 'DCE', '', 'c'],
    ['Rehaussement tardif', 'LGE'],
  ])('%s', (...row) => holds(row as unknown as Row));
});

describe('Spanish and Portuguese', () => {
  it.each<Row>([
    ['T1 axial sin contraste', 'T1', 'axial', 'n'],
    ['T1 sagital con contraste', 'T1', 'sagittal', 'c'],
    ['T1 cor simple', 'T1', 'coronal', 'n'],
    ['T1 AX CON GADOLINIO', 'T1', 'axial', 'c'],
    ['DP sagital supresión grasa', 'PD', 'sagittal', 'f'],
    ['Densidad protónica coronal', 'PD', 'coronal'],
    ['T2 ponderada axial', 'T2', 'axial'],
    ['Difusión axial', 'DWI', 'axial'],
    ['Mapa ADC', 'ADC'],
    ['Localizador', 'localizer'],
    ['Colangio RM', 'MRCP'],
    ['Dinámico T1 civ', 'DCE', '', 'c'],
    ['Realce tardío eje corto', 'LGE'],
    ['T1 sem contraste axial', 'T1', 'axial', 'n'],
    ['T1 pós contraste sagital', 'T1', 'sagittal', 'c'],
    ['T2 saturação de gordura coronal', 'T2', 'coronal', 'f'],
    ['Densidade de prótons sagital', 'PD', 'sagittal'],
    ['Difusão axial', 'DWI', 'axial'],
    ['T1 fuera de fase', 'T1'],
    ['Tiempo de vuelo', 'TOF'],
  ])('%s', (...row) => holds(row as unknown as Row));
});

describe('Italian', () => {
  it.each<Row>([
    ['T1 ass senza mdc', 'T1', 'axial', 'n'],
    ['T1 assiale dopo mdc', 'T1', 'axial', 'c'],
    ['T1 sag con mdc', 'T1', 'sagittal', 'c'],
    ['T1 cor basale', 'T1', 'coronal', 'n'],
    ['DP coronale soppressione del grasso', 'PD', 'coronal', 'f'],
    ['Densità protonica sag', 'PD', 'sagittal'],
    ['T2 pesata sagittale', 'T2', 'sagittal'],
    ['Diffusione assiale', 'DWI', 'axial'],
    ['Mappa ADC', 'ADC'],
    ['Localizzatore', 'localizer'],
    ['Colangio 3D', 'MRCP'],
    ['T1 fuori fase', 'T1'],
    ['Dinamica T1 mdc', 'DCE', '', 'c'],
    ['Suscettibilità', 'SWI'],
  ])('%s', (...row) => holds(row as unknown as Row));
});

describe('Dutch and the Nordic languages', () => {
  it.each<Row>([
    ['T1 tra zonder contrast', 'T1', 'axial', 'n'],
    ['T1 sag na gd', 'T1', 'sagittal', 'c'],
    ['T1 coronaal met contrast', 'T1', 'coronal', 'c'],
    ['T1 blanco axiaal', 'T1', 'axial', 'n'],
    ['PD vetsuppressie cor', 'PD', 'coronal', 'f'],
    ['Diffusie transversaal', 'DWI', 'axial'],
    ['Perfusie', 'DSC'],
    ['Overzicht', 'localizer'],
    ['T1 tra utan kontrast', 'T1', 'axial', 'n'],
    ['T1 sag efter kontrast', 'T1', 'sagittal', 'c'],
    ['T1 cor med Gd', 'T1', 'coronal', 'c'],
    ['T1 tra +K', 'T1', 'axial', 'c'],
    ['T1 tra -K', 'T1', 'axial', 'n'],
    ['med-kontrast T1', 'T1', '', 'c'],
    ['Översikt', 'localizer'],
    ['Oversigt', 'localizer'],
    ['Diffusjon tra', 'DWI', 'axial'],
    ['T1 uden kontrast', 'T1', '', 'n'],
    ['T1 uten kontrast', 'T1', '', 'n'],
    ['T1 etter kontrast', 'T1', '', 'c'],
    ['Protontäthet fettundertryckt sag', 'PD', 'sagittal', 'f'],
    ['T1 tehosteella aksiaali', 'T1', 'axial', 'c'],
    ['T1 ilman tehostetta sagittaali', 'T1', 'sagittal', 'n'],
  ])('%s', (...row) => holds(row as unknown as Row));
});

describe('Polish, Czech, Hungarian, Turkish', () => {
  it.each<Row>([
    ['T1 strzałkowe bez kontrastu', 'T1', 'sagittal', 'n'],
    ['T1 czołowe po kontraście', 'T1', 'coronal', 'c'],
    ['T1 poprzeczne z kontrastem', 'T1', 'axial', 'c'],
    ['T2 osiowa', 'T2', 'axial'],
    ['Dyfuzja', 'DWI'],
    ['Lokalizator', 'localizer'],
    ['PD strzałkowa supresja tłuszczu', 'PD', 'sagittal', 'f'],
    ['T1 sagitální bez kontrastu', 'T1', 'sagittal', 'n'],
    ['T1 transverzální s kontrastem', 'T1', 'axial', 'c'],
    ['T2 koronální', 'T2', 'coronal'],
    ['Difuze', 'DWI'],
    ['T1 kontrastlı aksiyel', 'T1', 'axial', 'c'],
    ['T1 kontrastsız sagital', 'T1', 'sagittal', 'n'],
    ['T2 yağ baskılı koronal', 'T2', 'coronal', 'f'],
    ['Difüzyon aksiyal', 'DWI', 'axial'],
    ['Proton yoğunluklu sagital', 'PD', 'sagittal'],
    ['T2 szagittális', 'T2', 'sagittal'],
  ])('%s', (...row) => holds(row as unknown as Row));
});

describe('Japanese, Chinese, Korean, Russian', () => {
  it.each<Row>([
    ['T1強調 横断', 'T1', 'axial'],
    ['T2強調矢状断', 'T2', 'sagittal'],
    ['造影T1 冠状断', 'T1', 'coronal', 'c'],
    ['単純 T1 軸位', 'T1', 'axial', 'n'],
    ['造影前 T1', 'T1', '', 'n'],
    ['脂肪抑制T2 水平断', 'T2', 'axial', 'f'],
    ['プロトン密度 矢状断', 'PD', 'sagittal'],
    ['拡散強調', 'DWI'],
    ['位置決め', 'localizer'],
    ['ダイナミック造影', 'DCE', '', 'c'],
    ['T2WI 矢状位', 'T2', 'sagittal'],
    ['T1WI 冠状位 增强', 'T1', 'coronal', 'c'],
    ['T1WI 轴位 平扫', 'T1', 'axial', 'n'],
    ['PDWI 压脂 冠状位', 'PD', 'coronal', 'f'],
    ['弥散 b1000', 'DWI'],
    ['定位像', 'localizer'],
    ['磁敏感', 'SWI'],
    ['T1 강조 조영증강 축상', 'T1', 'axial', 'c'],
    ['Т1 сагиттальная без контраста', 'T1', 'sagittal', 'n'],
    ['Т1 аксиальная с контрастом', 'T1', 'axial', 'c'],
    ['Т2 корональная жироподавление', 'T2', 'coronal', 'f'],
    ['Диффузия', 'DWI'],
    ['T1 SHIZHUANG ZENGQIANG', 'T1', 'sagittal', 'c'],
    ['T1 ZOEI SHIJO', 'T1', 'sagittal', 'c'],
    ['T2 HENGDUAN YAZHI', 'T2', 'axial', 'f'],
  ])('%s', (...row) => holds(row as unknown as Row));
});

describe('names of vendors', () => {
  it.each<Row>([
    // Siemens
    ['t2_tse_sag_384', 'T2', 'sagittal'],
    ['t1_vibe_dixon_tra_bh_W', 'T1', 'axial'],
    ['t2_space_dark-fluid_sag_p2_iso', 'T2-FLAIR', 'sagittal'],
    ['t2_spc_ir_sag_1mm', 'T2-FLAIR', 'sagittal'],
    ['ep2d_diff_b50_400_800_tra_ADC', 'ADC', 'axial'],
    ['RESOLVE_4scan_trace_tra_p2_192', 'DWI', 'axial'],
    ['resolve_3scan_trace_tra_TRACEW', 'DWI', 'axial'],
    ['t2_me2d_tra_medic', 'T2*', 'axial'],
    ['t1_fl3d_tra_dynaVIEWS_1+4', 'DCE', 'axial'],
    ['TOF_3D_multi-slab_MIP_SAG', 'TOF', 'sagittal'],
    ['t1_mp2rage_sag_p3_iso_UNI_Images', 'T1', 'sagittal'],
    ['t2_blade_fs_tra_trig', 'T2', 'axial', 'f'],
    ['pd_tse_fs_cor_320', 'PD', 'coronal', 'f'],
    ['t2_haste_cor_thick-slab MRCP', 'MRCP', 'coronal'],
    ['mIP_Images(SW)', 'SWI'],
    ['fl3d-ce_carotid', 'CE-MRA'],
    ['t1_tirm_tra_dark-fluid', 'T1-FLAIR', 'axial'],
    ['STIR_COR', 'STIR', 'coronal', 'f'],
    // GE
    ['Ax T2 FLAIR PROPELLER', 'T2-FLAIR', 'axial'],
    ['Sag T1 FLAIR', 'T1-FLAIR', 'sagittal'],
    ['Ax T2 FSE fs', 'T2', 'axial', 'f'],
    ['AX FRFSE T2', 'T2', 'axial'],
    ['COR PD FATSAT', 'PD', 'coronal', 'f'],
    ['Sag CUBE T2', 'T2', 'sagittal'],
    ['Ax LAVA-Flex +C', 'T1', 'axial', 'c'],
    ['WATER: Ax LAVA-Flex', 'T1', 'axial', 'f'],
    ['Ax MERGE', 'T2*', 'axial'],
    ['Ax 3D SWAN', 'SWI', 'axial'],
    ['VIBRANT Multiphase', 'DCE'],
    ['Ax DISCO', 'DCE', 'axial'],
    ['3D ASL (non-contrast) FA', 'ASL'],
    ['Inhance 3D Velocity', 'PC-MRA'],
    ['IDEAL T2 sag water', 'T2', 'sagittal', 'f'],
    ['FIESTA-C', 'T2'],
    ['AX DWI MUSE b1000', 'DWI', 'axial'],
    // Philips
    ['sT1W_3D_TFE', 'T1'],
    ['T2W_DRIVE_CLEAR', 'T2'],
    ['T2W_TSE_SPAIR', 'T2', '', 'f'],
    ['PDW_SPAIR_TRA', 'PD', 'axial', 'f'],
    ['3D_Brain_VIEW_FLAIR', 'T2-FLAIR'],
    ['VEN_BOLD', 'SWI'],
    ['SWIp', 'SWI'],
    ['eTHRIVE_dyn', 'DCE'],
    ['mDIXON-All_BH', 'T1'],
    ['DWIBS', 'DWI', '', 'f'],
    ['dADC', 'ADC'],
    ['T1W_FFE_IP-OP', 'T1'],
    ['B-TFE_BH', 'other'],
    ['T2W_FFE', 'T2*'],
    ['FE_EPI', 'unknown'],
    ['Survey', 'localizer'],
    ['s3DI_MC_HR TOF', 'TOF'],
    ['DelRec - WIP DTI_32', 'DTI'],
    // Canon, Toshiba
    ['T2W FASE SAG', 'T2', 'sagittal'],
    ['FASE MRCP', 'MRCP'],
    ['FSBB', 'SWI'],
    ['T1W Quick3D', 'T1'],
    ['FastFLAIR AX', 'T2-FLAIR', 'axial'],
    ['JET T2 AX', 'T2', 'axial'],
    ['Time-SLIP renal', 'other'],
    ['T2 Plus WFS water', 'T2', '', 'f'],
    // Hitachi, Fujifilm
    ['RADAR T2 AX', 'T2', 'axial'],
    ['isoFSE T2 SAG', 'T2', 'sagittal'],
    ['BSI AX', 'SWI', 'axial'],
    ['BASG', 'other'],
    ['TIGRE dyn', 'DCE'],
    ['PD FatSep W', 'PD', '', 'f'],
    // United Imaging
    ['t2_fse_tra', 'T2', 'axial'],
    ['t1_gre_fsp_3d_sag_iso', 'T1', 'sagittal'],
    ['t2_arms_fse_tra_fs', 'T2', 'axial', 'f'],
    ['epi_dwi_tra_b0_1000', 'DWI', 'axial'],
    ['swi3d_tra', 'SWI', 'axial'],
    ['t1_quick3d_tra_fs_dyn', 'DCE', 'axial', 'f'],
    ['tof3d_tra_uCS', 'TOF', 'axial'],
  ])('%s', (...row) => holds(row as unknown as Row));
});

describe('short hands of clinics', () => {
  it.each<Row>([
    ['t2_tse_dixon_sag_W', 'T2', 'sagittal', 'f'],
    ['mDIXON_W', 'T1', '', 'f'],
    ['Perfusion_Weighted', 'DSC'],
    ['fl3d_cor_ce_carotis', 'CE-MRA', 'coronal', 'c'],
    ['b800', 'DWI'],
    ['b=1400 calculated', 'DWI'],
    ['COL:3D TOF', 'TOF'],
    ['T1 IR', 'T1'],
    ['T1 IV+', 'T1', '', 'c'],
    ['T1 IV-', 'T1', '', 'n'],
    ['T1 s/c', 'T1', '', 'n'],
    ['T1 c/ contraste', 'T1', '', 'c'],
    ['T1 S/GD', 'T1', '', 'n'],
    ['T1 pós', 'T1', '', 'c'],
    ['T1 smdc', 'T1', '', 'n'],
    ['T1 o.KM', 'T1', '', 'n'],
    ['T1 m.KM', 'T1', '', 'c'],
    ['T1w nKM', 'T1', '', 'c'],
    ['T1gad', 'T1', '', 'c'],
    ['AX T1 POST', 'T1', 'axial', 'c'],
    ['ADC (10^-6 mm²/s)', 'ADC'],
    ['eADC (10^-3)', 'other'],
    ['PU:AX T2 FSE', 'T2', 'axial'],
    ['FILT_PHA: AX SWAN', 'SWI', 'axial'],
    ['Ph2/Ax VIBRANT +C', 'T1', 'axial', 'c'],
    ['de_trufi_psir_sax_PSIR', 'LGE'],
    ['dDW_SSh', 'DWI'],
    ['ep2d_diff_mddw_30_p2_FA_ColFA', 'DTI'],
  ])('%s', (...row) => holds(row as unknown as Row));
});

describe('traps', () => {
  it.each<Row>([
    ['SPACE T2 sag', 'T2', 'sagittal'],
    ['STIR PACE ax', 'STIR', 'axial'],
    ['swift', 'unknown'],
    ['T2 TSE without fat sat', 'T2'],
    ['T1 C SPINE SAG', 'T1', 'sagittal'],
    ['T2 SAG C-SPINE', 'T2', 'sagittal'],
    ['WIP T2W', 'T2'],
    ['calf T2 ax', 'T2', 'axial'],
    ['Location 5', 'unknown'],
    ['Ax T2 Rest slab off', 'T2', 'axial'],
  ])('%s', (...row) => holds(row as unknown as Row));

  it('does not take a cervical spine for contrast', () => {
    expect(worded('T1 SAG C-SPINE').contrastEnhanced).toBe(false);
    expect(worded('T1 TRA C-Spine').contrastEnhanced).toBe(false);
  });

  it('takes no fat saturation for none', () => {
    expect(worded('T2 TSE without fat sat').fatSuppressed).toBe(false);
    expect(worded('PD sin fat sat').fatSuppressed).toBe(false);
    expect(worded('T1 ohne FS').fatSuppressed).toBe(false);
  });
});
