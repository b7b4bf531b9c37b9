/**
 * Keywords of the attributes of PS3.6: element and keyword, by hex group; retired ones too, repeating groups left out. Made from
 * the data dictionary of DCMTK 3.6.7.
 */
export const KEYWORDS_BY_GROUP: Readonly<Record<string, string>> = {
  '0004': `
    1130 FileSetID 1141 FileSetDescriptorFileID 1142 SpecificCharacterSetOfFileSetDescriptorFile
    1200 OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity 1202 OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity
    1212 FileSetConsistencyFlag 1220 DirectoryRecordSequence 1400 OffsetOfTheNextDirectoryRecord 1410 RecordInUseFlag
    1420 OffsetOfReferencedLowerLevelDirectoryEntity 1430 DirectoryRecordType 1432 PrivateRecordUID 1500 ReferencedFileID
    1504 MRDRDirectoryRecordOffset 1510 ReferencedSOPClassUIDInFile 1511 ReferencedSOPInstanceUIDInFile
    1512 ReferencedTransferSyntaxUIDInFile 151a ReferencedRelatedGeneralSOPClassUIDInFile 1600 NumberOfReferences`,
  '0006': `
    0001 CurrentFrameFunctionalGroupsSequence`,
  '0008': `
    0001 LengthToEnd 0005 SpecificCharacterSet 0006 LanguageCodeSequence 0008 ImageType 0010 RecognitionCode
    0012 InstanceCreationDate 0013 InstanceCreationTime 0014 InstanceCreatorUID 0015 InstanceCoercionDateTime
    0016 SOPClassUID 0017 AcquisitionUID 0018 SOPInstanceUID 0019 PyramidUID 001a RelatedGeneralSOPClassUID
    001b OriginalSpecializedSOPClassUID 0020 StudyDate 0021 SeriesDate 0022 AcquisitionDate 0023 ContentDate
    0024 OverlayDate 0025 CurveDate 002a AcquisitionDateTime 0030 StudyTime 0031 SeriesTime 0032 AcquisitionTime
    0033 ContentTime 0034 OverlayTime 0035 CurveTime 0040 DataSetType 0041 DataSetSubtype 0042 NuclearMedicineSeriesType
    0050 AccessionNumber 0051 IssuerOfAccessionNumberSequence 0052 QueryRetrieveLevel 0053 QueryRetrieveView
    0054 RetrieveAETitle 0055 StationAETitle 0056 InstanceAvailability 0058 FailedSOPInstanceUIDList 0060 Modality
    0061 ModalitiesInStudy 0062 SOPClassesInStudy 0063 AnatomicRegionsInStudyCodeSequence 0064 ConversionType
    0068 PresentationIntentType 0070 Manufacturer 0080 InstitutionName 0081 InstitutionAddress 0082 InstitutionCodeSequence
    0090 ReferringPhysicianName 0092 ReferringPhysicianAddress 0094 ReferringPhysicianTelephoneNumbers
    0096 ReferringPhysicianIdentificationSequence 009c ConsultingPhysicianName
    009d ConsultingPhysicianIdentificationSequence 0100 CodeValue 0101 ExtendedCodeValue 0102 CodingSchemeDesignator
    0103 CodingSchemeVersion 0104 CodeMeaning 0105 MappingResource 0106 ContextGroupVersion 0107 ContextGroupLocalVersion
    0108 ExtendedCodeMeaning 0109 CodingSchemeResourcesSequence 010a CodingSchemeURLType 010b ContextGroupExtensionFlag
    010c CodingSchemeUID 010d ContextGroupExtensionCreatorUID 010e CodingSchemeURL 010f ContextIdentifier
    0110 CodingSchemeIdentificationSequence 0112 CodingSchemeRegistry 0114 CodingSchemeExternalID 0115 CodingSchemeName
    0116 CodingSchemeResponsibleOrganization 0117 ContextUID 0118 MappingResourceUID 0119 LongCodeValue 0120 URNCodeValue
    0121 EquivalentCodeSequence 0122 MappingResourceName 0123 ContextGroupIdentificationSequence
    0124 MappingResourceIdentificationSequence 0201 TimezoneOffsetFromUTC 0220 ResponsibleGroupCodeSequence
    0221 EquipmentModality 0222 ManufacturerRelatedModelGroup 0300 PrivateDataElementCharacteristicsSequence
    0301 PrivateGroupReference 0302 PrivateCreatorReference 0303 BlockIdentifyingInformationStatus
    0304 NonidentifyingPrivateElements 0305 DeidentificationActionSequence 0306 IdentifyingPrivateElements
    0307 DeidentificationAction 0308 PrivateDataElement 0309 PrivateDataElementValueMultiplicity
    030a PrivateDataElementValueRepresentation 030b PrivateDataElementNumberOfItems 030c PrivateDataElementName
    030d PrivateDataElementKeyword 030e PrivateDataElementDescription 030f PrivateDataElementEncoding
    0310 PrivateDataElementDefinitionSequence 1000 NetworkID 1010 StationName 1030 StudyDescription
    1032 ProcedureCodeSequence 103e SeriesDescription 103f SeriesDescriptionCodeSequence 1040 InstitutionalDepartmentName
    1041 InstitutionalDepartmentTypeCodeSequence 1048 PhysiciansOfRecord 1049 PhysiciansOfRecordIdentificationSequence
    1050 PerformingPhysicianName 1052 PerformingPhysicianIdentificationSequence 1060 NameOfPhysiciansReadingStudy
    1062 PhysiciansReadingStudyIdentificationSequence 1070 OperatorsName 1072 OperatorIdentificationSequence
    1080 AdmittingDiagnosesDescription 1084 AdmittingDiagnosesCodeSequence 1088 PyramidDescription
    1090 ManufacturerModelName 1100 ReferencedResultsSequence 1110 ReferencedStudySequence
    1111 ReferencedPerformedProcedureStepSequence 1115 ReferencedSeriesSequence 1120 ReferencedPatientSequence
    1125 ReferencedVisitSequence 1130 ReferencedOverlaySequence 1134 ReferencedStereometricInstanceSequence
    113a ReferencedWaveformSequence 1140 ReferencedImageSequence 1145 ReferencedCurveSequence
    114a ReferencedInstanceSequence 114b ReferencedRealWorldValueMappingInstanceSequence 1150 ReferencedSOPClassUID
    1155 ReferencedSOPInstanceUID 1156 DefinitionSourceSequence 115a SOPClassesSupported 1160 ReferencedFrameNumber
    1161 SimpleFrameList 1162 CalculatedFrameList 1163 TimeRange 1164 FrameExtractionSequence
    1167 MultiFrameSourceSOPInstanceUID 1190 RetrieveURL 1195 TransactionUID 1196 WarningReason 1197 FailureReason
    1198 FailedSOPSequence 1199 ReferencedSOPSequence 119a OtherFailuresSequence
    1200 StudiesContainingOtherReferencedInstancesSequence 1250 RelatedSeriesSequence 2110 LossyImageCompressionRetired
    2111 DerivationDescription 2112 SourceImageSequence 2120 StageName 2122 StageNumber 2124 NumberOfStages 2127 ViewName
    2128 ViewNumber 2129 NumberOfEventTimers 212a NumberOfViewsInStage 2130 EventElapsedTimes 2132 EventTimerNames
    2133 EventTimerSequence 2134 EventTimeOffset 2135 EventCodeSequence 2142 StartTrim 2143 StopTrim
    2144 RecommendedDisplayFrameRate 2200 TransducerPosition 2204 TransducerOrientation 2208 AnatomicStructure
    2218 AnatomicRegionSequence 2220 AnatomicRegionModifierSequence 2228 PrimaryAnatomicStructureSequence
    2229 AnatomicStructureSpaceOrRegionSequence 2230 PrimaryAnatomicStructureModifierSequence
    2240 TransducerPositionSequence 2242 TransducerPositionModifierSequence 2244 TransducerOrientationSequence
    2246 TransducerOrientationModifierSequence 2251 AnatomicStructureSpaceOrRegionCodeSequenceTrial
    2253 AnatomicPortalOfEntranceCodeSequenceTrial 2255 AnatomicApproachDirectionCodeSequenceTrial
    2256 AnatomicPerspectiveDescriptionTrial 2257 AnatomicPerspectiveCodeSequenceTrial
    2258 AnatomicLocationOfExaminingInstrumentDescriptionTrial 2259 AnatomicLocationOfExaminingInstrumentCodeSequenceTrial
    225a AnatomicStructureSpaceOrRegionModifierCodeSequenceTrial 225c OnAxisBackgroundAnatomicStructureCodeSequenceTrial
    3001 AlternateRepresentationSequence 3002 AvailableTransferSyntaxUID 3010 IrradiationEventUID
    3011 SourceIrradiationEventSequence 3012 RadiopharmaceuticalAdministrationEventUID 4000 IdentifyingComments
    9007 FrameType 9092 ReferencedImageEvidenceSequence 9121 ReferencedRawDataSequence 9123 CreatorVersionUID
    9124 DerivationImageSequence 9154 SourceImageEvidenceSequence 9205 PixelPresentation 9206 VolumetricProperties
    9207 VolumeBasedCalculationTechnique 9208 ComplexImageComponent 9209 AcquisitionContrast 9215 DerivationCodeSequence
    9237 ReferencedPresentationStateSequence 9410 ReferencedOtherPlaneSequence 9458 FrameDisplaySequence
    9459 RecommendedDisplayFrameRateInFloat 9460 SkipFrameRangeFlag`,
  '0010': `
    0010 PatientName 0020 PatientID 0021 IssuerOfPatientID 0022 TypeOfPatientID 0024 IssuerOfPatientIDQualifiersSequence
    0026 SourcePatientGroupIdentificationSequence 0027 GroupOfPatientsIdentificationSequence
    0028 SubjectRelativePositionInImage 0030 PatientBirthDate 0032 PatientBirthTime
    0033 PatientBirthDateInAlternativeCalendar 0034 PatientDeathDateInAlternativeCalendar 0035 PatientAlternativeCalendar
    0040 PatientSex 0050 PatientInsurancePlanCodeSequence 0101 PatientPrimaryLanguageCodeSequence
    0102 PatientPrimaryLanguageModifierCodeSequence 0200 QualityControlSubject 0201 QualityControlSubjectTypeCodeSequence
    0212 StrainDescription 0213 StrainNomenclature 0214 StrainStockNumber 0215 StrainSourceRegistryCodeSequence
    0216 StrainStockSequence 0217 StrainSource 0218 StrainAdditionalInformation 0219 StrainCodeSequence
    0221 GeneticModificationsSequence 0222 GeneticModificationsDescription 0223 GeneticModificationsNomenclature
    0229 GeneticModificationsCodeSequence 1000 OtherPatientIDs 1001 OtherPatientNames 1002 OtherPatientIDsSequence
    1005 PatientBirthName 1010 PatientAge 1020 PatientSize 1021 PatientSizeCodeSequence 1022 PatientBodyMassIndex
    1023 MeasuredAPDimension 1024 MeasuredLateralDimension 1030 PatientWeight 1040 PatientAddress
    1050 InsurancePlanIdentification 1060 PatientMotherBirthName 1080 MilitaryRank 1081 BranchOfService
    1090 MedicalRecordLocator 1100 ReferencedPatientPhotoSequence 2000 MedicalAlerts 2110 Allergies 2150 CountryOfResidence
    2152 RegionOfResidence 2154 PatientTelephoneNumbers 2155 PatientTelecomInformation 2160 EthnicGroup 2180 Occupation
    21a0 SmokingStatus 21b0 AdditionalPatientHistory 21c0 PregnancyStatus 21d0 LastMenstrualDate
    21f0 PatientReligiousPreference 2201 PatientSpeciesDescription 2202 PatientSpeciesCodeSequence 2203 PatientSexNeutered
    2210 AnatomicalOrientationType 2292 PatientBreedDescription 2293 PatientBreedCodeSequence 2294 BreedRegistrationSequence
    2295 BreedRegistrationNumber 2296 BreedRegistryCodeSequence 2297 ResponsiblePerson 2298 ResponsiblePersonRole
    2299 ResponsibleOrganization 4000 PatientComments 9431 ExaminedBodyThickness`,
  '0012': `
    0010 ClinicalTrialSponsorName 0020 ClinicalTrialProtocolID 0021 ClinicalTrialProtocolName 0030 ClinicalTrialSiteID
    0031 ClinicalTrialSiteName 0040 ClinicalTrialSubjectID 0042 ClinicalTrialSubjectReadingID 0050 ClinicalTrialTimePointID
    0051 ClinicalTrialTimePointDescription 0052 LongitudinalTemporalOffsetFromEvent 0053 LongitudinalTemporalEventType
    0060 ClinicalTrialCoordinatingCenterName 0062 PatientIdentityRemoved 0063 DeidentificationMethod
    0064 DeidentificationMethodCodeSequence 0071 ClinicalTrialSeriesID 0072 ClinicalTrialSeriesDescription
    0081 ClinicalTrialProtocolEthicsCommitteeName 0082 ClinicalTrialProtocolEthicsCommitteeApprovalNumber
    0083 ConsentForClinicalTrialUseSequence 0084 DistributionType 0085 ConsentForDistributionFlag
    0086 EthicsCommitteeApprovalEffectivenessStartDate 0087 EthicsCommitteeApprovalEffectivenessEndDate`,
  '0014': `
    0023 CADFileFormat 0024 ComponentReferenceSystem 0025 ComponentManufacturingProcedure 0028 ComponentManufacturer
    0030 MaterialThickness 0032 MaterialPipeDiameter 0034 MaterialIsolationDiameter 0042 MaterialGrade
    0044 MaterialPropertiesDescription 0045 MaterialPropertiesFileFormatRetired 0046 MaterialNotes 0050 ComponentShape
    0052 CurvatureType 0054 OuterDiameter 0056 InnerDiameter 0100 ComponentWelderIDs 0101 SecondaryApprovalStatus
    0102 SecondaryReviewDate 0103 SecondaryReviewTime 0104 SecondaryReviewerName 0105 RepairID
    0106 MultipleComponentApprovalSequence 0107 OtherApprovalStatus 0108 OtherSecondaryApprovalStatus
    1010 ActualEnvironmentalConditions 1020 ExpiryDate 1040 EnvironmentalConditions 2002 EvaluatorSequence
    2004 EvaluatorNumber 2006 EvaluatorName 2008 EvaluationAttempt 2012 IndicationSequence 2014 IndicationNumber
    2016 IndicationLabel 2018 IndicationDescription 201a IndicationType 201c IndicationDisposition
    201e IndicationROISequence 2030 IndicationPhysicalPropertySequence 2032 PropertyLabel 2202 CoordinateSystemNumberOfAxes
    2204 CoordinateSystemAxesSequence 2206 CoordinateSystemAxisDescription 2208 CoordinateSystemDataSetMapping
    220a CoordinateSystemAxisNumber 220c CoordinateSystemAxisType 220e CoordinateSystemAxisUnits
    2210 CoordinateSystemAxisValues 2220 CoordinateSystemTransformSequence 2222 TransformDescription
    2224 TransformNumberOfAxes 2226 TransformOrderOfAxes 2228 TransformedAxisUnits
    222a CoordinateSystemTransformRotationAndScaleMatrix 222c CoordinateSystemTransformTranslationMatrix
    3011 InternalDetectorFrameTime 3012 NumberOfFramesIntegrated 3020 DetectorTemperatureSequence 3022 SensorName
    3024 HorizontalOffsetOfSensor 3026 VerticalOffsetOfSensor 3028 SensorTemperature 3040 DarkCurrentSequence
    3050 DarkCurrentCounts 3060 GainCorrectionReferenceSequence 3070 AirCounts 3071 KVUsedInGainCalibration
    3072 MAUsedInGainCalibration 3073 NumberOfFramesUsedForIntegration 3074 FilterMaterialUsedInGainCalibration
    3075 FilterThicknessUsedInGainCalibration 3076 DateOfGainCalibration 3077 TimeOfGainCalibration 3080 BadPixelImage
    3099 CalibrationNotes 3100 LinearityCorrectionTechnique 3101 BeamHardeningCorrectionTechnique
    4002 PulserEquipmentSequence 4004 PulserType 4006 PulserNotes 4008 ReceiverEquipmentSequence 400a AmplifierType
    400c ReceiverNotes 400e PreAmplifierEquipmentSequence 400f PreAmplifierNotes 4010 TransmitTransducerSequence
    4011 ReceiveTransducerSequence 4012 NumberOfElements 4013 ElementShape 4014 ElementDimensionA 4015 ElementDimensionB
    4016 ElementPitchA 4017 MeasuredBeamDimensionA 4018 MeasuredBeamDimensionB 4019 LocationOfMeasuredBeamDiameter
    401a NominalFrequency 401b MeasuredCenterFrequency 401c MeasuredBandwidth 401d ElementPitchB 4020 PulserSettingsSequence
    4022 PulseWidth 4024 ExcitationFrequency 4026 ModulationType 4028 Damping 4030 ReceiverSettingsSequence
    4031 AcquiredSoundpathLength 4032 AcquisitionCompressionType 4033 AcquisitionSampleSize 4034 RectifierSmoothing
    4035 DACSequence 4036 DACType 4038 DACGainPoints 403a DACTimePoints 403c DACAmplitude 4040 PreAmplifierSettingsSequence
    4050 TransmitTransducerSettingsSequence 4051 ReceiveTransducerSettingsSequence 4052 IncidentAngle 4054 CouplingTechnique
    4056 CouplingMedium 4057 CouplingVelocity 4058 ProbeCenterLocationX 4059 ProbeCenterLocationZ 405a SoundPathLength
    405c DelayLawIdentifier 4060 GateSettingsSequence 4062 GateThreshold 4064 VelocityOfSound
    4070 CalibrationSettingsSequence 4072 CalibrationProcedure 4074 ProcedureVersion 4076 ProcedureCreationDate
    4078 ProcedureExpirationDate 407a ProcedureLastModifiedDate 407c CalibrationTime 407e CalibrationDate
    4080 ProbeDriveEquipmentSequence 4081 DriveType 4082 ProbeDriveNotes 4083 DriveProbeSequence 4084 ProbeInductance
    4085 ProbeResistance 4086 ReceiveProbeSequence 4087 ProbeDriveSettingsSequence 4088 BridgeResistors
    4089 ProbeOrientationAngle 408b UserSelectedGainY 408c UserSelectedPhase 408d UserSelectedOffsetX
    408e UserSelectedOffsetY 4091 ChannelSettingsSequence 4092 ChannelThreshold 409a ScannerSettingsSequence
    409b ScanProcedure 409c TranslationRateX 409d TranslationRateY 409f ChannelOverlap 40a0 ImageQualityIndicatorType
    40a1 ImageQualityIndicatorMaterial 40a2 ImageQualityIndicatorSize 5002 LINACEnergy 5004 LINACOutput 5100 ActiveAperture
    5101 TotalAperture 5102 ApertureElevation 5103 MainLobeAngle 5104 MainRoofAngle 5105 ConnectorType 5106 WedgeModelNumber
    5107 WedgeAngleFloat 5108 WedgeRoofAngle 5109 WedgeElement1Position 510a WedgeMaterialVelocity 510b WedgeMaterial
    510c WedgeOffsetZ 510d WedgeOriginOffsetX 510e WedgeTimeDelay 510f WedgeName 5110 WedgeManufacturerName
    5111 WedgeDescription 5112 NominalBeamAngle 5113 WedgeOffsetX 5114 WedgeOffsetY 5115 WedgeTotalLength
    5116 WedgeInContactLength 5117 WedgeFrontGap 5118 WedgeTotalHeight 5119 WedgeFrontHeight 511a WedgeRearHeight
    511b WedgeTotalWidth 511c WedgeInContactWidth 511d WedgeChamferHeight 511e WedgeCurve 511f RadiusAlongWedge`,
  '0016': `
    0001 WhitePoint 0002 PrimaryChromaticities 0003 BatteryLevel 0004 ExposureTimeInSeconds 0005 FNumber 0006 OECFRows
    0007 OECFColumns 0008 OECFColumnNames 0009 OECFValues 000a SpatialFrequencyResponseRows
    000b SpatialFrequencyResponseColumns 000c SpatialFrequencyResponseColumnNames 000d SpatialFrequencyResponseValues
    000e ColorFilterArrayPatternRows 000f ColorFilterArrayPatternColumns 0010 ColorFilterArrayPatternValues
    0011 FlashFiringStatus 0012 FlashReturnStatus 0013 FlashMode 0014 FlashFunctionPresent 0015 FlashRedEyeMode
    0016 ExposureProgram 0017 SpectralSensitivity 0018 PhotographicSensitivity 0019 SelfTimerMode 001a SensitivityType
    001b StandardOutputSensitivity 001c RecommendedExposureIndex 001d ISOSpeed 001e ISOSpeedLatitudeyyy
    001f ISOSpeedLatitudezzz 0020 EXIFVersion 0021 ShutterSpeedValue 0022 ApertureValue 0023 BrightnessValue
    0024 ExposureBiasValue 0025 MaxApertureValue 0026 SubjectDistance 0027 MeteringMode 0028 LightSource 0029 FocalLength
    002a SubjectArea 002b MakerNote 0030 Temperature 0031 Humidity 0032 Pressure 0033 WaterDepth 0034 Acceleration
    0035 CameraElevationAngle 0036 FlashEnergy 0037 SubjectLocation 0038 PhotographicExposureIndex 0039 SensingMethod
    003a FileSource 003b SceneType 0041 CustomRendered 0042 ExposureMode 0043 WhiteBalance 0044 DigitalZoomRatio
    0045 FocalLengthIn35mmFilm 0046 SceneCaptureType 0047 GainControl 0048 Contrast 0049 Saturation 004a Sharpness
    004b DeviceSettingDescription 004c SubjectDistanceRange 004d CameraOwnerName 004e LensSpecification 004f LensMake
    0050 LensModel 0051 LensSerialNumber 0061 InteroperabilityIndex 0062 InteroperabilityVersion 0070 GPSVersionID
    0071 GPSLatitudeRef 0072 GPSLatitude 0073 GPSLongitudeRef 0074 GPSLongitude 0075 GPSAltitudeRef 0076 GPSAltitude
    0077 GPSTimeStamp 0078 GPSSatellites 0079 GPSStatus 007a GPSMeasureMode 007b GPSDOP 007c GPSSpeedRef 007d GPSSpeed
    007e GPSTrackRef 007f GPSTrack 0080 GPSImgDirectionRef 0081 GPSImgDirection 0082 GPSMapDatum 0083 GPSDestLatitudeRef
    0084 GPSDestLatitude 0085 GPSDestLongitudeRef 0086 GPSDestLongitude 0087 GPSDestBearingRef 0088 GPSDestBearing
    0089 GPSDestDistanceRef 008a GPSDestDistance 008b GPSProcessingMethod 008c GPSAreaInformation 008d GPSDateStamp
    008e GPSDifferential 1001 LightSourcePolarization 1002 EmitterColorTemperature 1003 ContactMethod 1004 ImmersionMedia
    1005 OpticalMagnificationFactor`,
  '0018': `
    0010 ContrastBolusAgent 0012 ContrastBolusAgentSequence 0013 ContrastBolusT1Relaxivity
    0014 ContrastBolusAdministrationRouteSequence 0015 BodyPartExamined 0020 ScanningSequence 0021 SequenceVariant
    0022 ScanOptions 0023 MRAcquisitionType 0024 SequenceName 0025 AngioFlag 0026 InterventionDrugInformationSequence
    0027 InterventionDrugStopTime 0028 InterventionDrugDose 0029 InterventionDrugCodeSequence 002a AdditionalDrugSequence
    0030 Radionuclide 0031 Radiopharmaceutical 0032 EnergyWindowCenterline 0033 EnergyWindowTotalWidth
    0034 InterventionDrugName 0035 InterventionDrugStartTime 0036 InterventionSequence 0037 TherapyType
    0038 InterventionStatus 0039 TherapyDescription 003a InterventionDescription 0040 CineRate 0042 InitialCineRunState
    0050 SliceThickness 0060 KVP 0070 CountsAccumulated 0071 AcquisitionTerminationCondition 0072 EffectiveDuration
    0073 AcquisitionStartCondition 0074 AcquisitionStartConditionData 0075 AcquisitionTerminationConditionData
    0080 RepetitionTime 0081 EchoTime 0082 InversionTime 0083 NumberOfAverages 0084 ImagingFrequency 0085 ImagedNucleus
    0086 EchoNumbers 0087 MagneticFieldStrength 0088 SpacingBetweenSlices 0089 NumberOfPhaseEncodingSteps
    0090 DataCollectionDiameter 0091 EchoTrainLength 0093 PercentSampling 0094 PercentPhaseFieldOfView 0095 PixelBandwidth
    1000 DeviceSerialNumber 1002 DeviceUID 1003 DeviceID 1004 PlateID 1005 GeneratorID 1006 GridID 1007 CassetteID
    1008 GantryID 1009 UniqueDeviceIdentifier 100a UDISequence 100b ManufacturerDeviceClassUID 1010 SecondaryCaptureDeviceID
    1011 HardcopyCreationDeviceID 1012 DateOfSecondaryCapture 1014 TimeOfSecondaryCapture
    1016 SecondaryCaptureDeviceManufacturer 1017 HardcopyDeviceManufacturer 1018 SecondaryCaptureDeviceManufacturerModelName
    1019 SecondaryCaptureDeviceSoftwareVersions 101a HardcopyDeviceSoftwareVersion 101b HardcopyDeviceManufacturerModelName
    1020 SoftwareVersions 1022 VideoImageFormatAcquired 1023 DigitalImageFormatAcquired 1030 ProtocolName
    1040 ContrastBolusRoute 1041 ContrastBolusVolume 1042 ContrastBolusStartTime 1043 ContrastBolusStopTime
    1044 ContrastBolusTotalDose 1045 SyringeCounts 1046 ContrastFlowRate 1047 ContrastFlowDuration
    1048 ContrastBolusIngredient 1049 ContrastBolusIngredientConcentration 1050 SpatialResolution 1060 TriggerTime
    1061 TriggerSourceOrType 1062 NominalInterval 1063 FrameTime 1064 CardiacFramingType 1065 FrameTimeVector
    1066 FrameDelay 1067 ImageTriggerDelay 1068 MultiplexGroupTimeOffset 1069 TriggerTimeOffset 106a SynchronizationTrigger
    106c SynchronizationChannel 106e TriggerSamplePosition 1070 RadiopharmaceuticalRoute 1071 RadiopharmaceuticalVolume
    1072 RadiopharmaceuticalStartTime 1073 RadiopharmaceuticalStopTime 1074 RadionuclideTotalDose 1075 RadionuclideHalfLife
    1076 RadionuclidePositronFraction 1077 RadiopharmaceuticalSpecificActivity 1078 RadiopharmaceuticalStartDateTime
    1079 RadiopharmaceuticalStopDateTime 1080 BeatRejectionFlag 1081 LowRRValue 1082 HighRRValue 1083 IntervalsAcquired
    1084 IntervalsRejected 1085 PVCRejection 1086 SkipBeats 1088 HeartRate 1090 CardiacNumberOfImages 1094 TriggerWindow
    1100 ReconstructionDiameter 1110 DistanceSourceToDetector 1111 DistanceSourceToPatient
    1114 EstimatedRadiographicMagnificationFactor 1120 GantryDetectorTilt 1121 GantryDetectorSlew 1130 TableHeight
    1131 TableTraverse 1134 TableMotion 1135 TableVerticalIncrement 1136 TableLateralIncrement
    1137 TableLongitudinalIncrement 1138 TableAngle 113a TableType 1140 RotationDirection 1141 AngularPosition
    1142 RadialPosition 1143 ScanArc 1144 AngularStep 1145 CenterOfRotationOffset 1146 RotationOffset 1147 FieldOfViewShape
    1149 FieldOfViewDimensions 1150 ExposureTime 1151 XRayTubeCurrent 1152 Exposure 1153 ExposureInuAs
    1154 AveragePulseWidth 1155 RadiationSetting 1156 RectificationType 115a RadiationMode
    115e ImageAndFluoroscopyAreaDoseProduct 1160 FilterType 1161 TypeOfFilters 1162 IntensifierSize 1164 ImagerPixelSpacing
    1166 Grid 1170 GeneratorPower 1180 CollimatorGridName 1181 CollimatorType 1182 FocalDistance 1183 XFocusCenter
    1184 YFocusCenter 1190 FocalSpots 1191 AnodeTargetMaterial 11a0 BodyPartThickness 11a2 CompressionForce
    11a3 CompressionPressure 11a4 PaddleDescription 11a5 CompressionContactArea 11b0 AcquisitionMode 11b1 DoseModeName
    11b2 AcquiredSubtractionMaskFlag 11b3 FluoroscopyPersistenceFlag 11b4 FluoroscopyLastImageHoldPersistenceFlag
    11b5 UpperLimitNumberOfPersistentFluoroscopyFrames 11b6 ContrastBolusAutoInjectionTriggerFlag
    11b7 ContrastBolusInjectionDelay 11b8 XAAcquisitionPhaseDetailsSequence 11b9 XAAcquisitionFrameRate
    11ba XAPlaneDetailsSequence 11bb AcquisitionFieldOfViewLabel 11bc XRayFilterDetailsSequence 11bd XAAcquisitionDuration
    11be ReconstructionPipelineType 11bf ImageFilterDetailsSequence 11c0 AppliedMaskSubtractionFlag
    11c1 RequestedSeriesDescriptionCodeSequence 1200 DateOfLastCalibration 1201 TimeOfLastCalibration
    1202 DateTimeOfLastCalibration 1203 CalibrationDateTime 1210 ConvolutionKernel 1240 UpperLowerPixelValues
    1242 ActualFrameDuration 1243 CountRate 1244 PreferredPlaybackSequencing 1250 ReceiveCoilName 1251 TransmitCoilName
    1260 PlateType 1261 PhosphorType 1271 WaterEquivalentDiameter 1272 WaterEquivalentDiameterCalculationMethodCodeSequence
    1300 ScanVelocity 1301 WholeBodyTechnique 1302 ScanLength 1310 AcquisitionMatrix 1312 InPlanePhaseEncodingDirection
    1314 FlipAngle 1315 VariableFlipAngleFlag 1316 SAR 1318 dBdt 1320 B1rms 1400 AcquisitionDeviceProcessingDescription
    1401 AcquisitionDeviceProcessingCode 1402 CassetteOrientation 1403 CassetteSize 1404 ExposuresOnPlate
    1405 RelativeXRayExposure 1411 ExposureIndex 1412 TargetExposureIndex 1413 DeviationIndex 1450 ColumnAngulation
    1460 TomoLayerHeight 1470 TomoAngle 1480 TomoTime 1490 TomoType 1491 TomoClass 1495 NumberOfTomosynthesisSourceImages
    1500 PositionerMotion 1508 PositionerType 1510 PositionerPrimaryAngle 1511 PositionerSecondaryAngle
    1520 PositionerPrimaryAngleIncrement 1521 PositionerSecondaryAngleIncrement 1530 DetectorPrimaryAngle
    1531 DetectorSecondaryAngle 1600 ShutterShape 1602 ShutterLeftVerticalEdge 1604 ShutterRightVerticalEdge
    1606 ShutterUpperHorizontalEdge 1608 ShutterLowerHorizontalEdge 1610 CenterOfCircularShutter
    1612 RadiusOfCircularShutter 1620 VerticesOfThePolygonalShutter 1622 ShutterPresentationValue 1623 ShutterOverlayGroup
    1624 ShutterPresentationColorCIELabValue 1630 OutlineShapeType 1631 OutlineLeftVerticalEdge
    1632 OutlineRightVerticalEdge 1633 OutlineUpperHorizontalEdge 1634 OutlineLowerHorizontalEdge
    1635 CenterOfCircularOutline 1636 DiameterOfCircularOutline 1637 NumberOfPolygonalVertices
    1638 VerticesOfThePolygonalOutline 1700 CollimatorShape 1702 CollimatorLeftVerticalEdge 1704 CollimatorRightVerticalEdge
    1706 CollimatorUpperHorizontalEdge 1708 CollimatorLowerHorizontalEdge 1710 CenterOfCircularCollimator
    1712 RadiusOfCircularCollimator 1720 VerticesOfThePolygonalCollimator 1800 AcquisitionTimeSynchronized 1801 TimeSource
    1802 TimeDistributionProtocol 1803 NTPSourceAddress 2001 PageNumberVector 2002 FrameLabelVector
    2003 FramePrimaryAngleVector 2004 FrameSecondaryAngleVector 2005 SliceLocationVector 2006 DisplayWindowLabelVector
    2010 NominalScannedPixelSpacing 2020 DigitizingDeviceTransportDirection 2030 RotationOfScannedFilm
    2041 BiopsyTargetSequence 2042 TargetUID 2043 LocalizingCursorPosition 2044 CalculatedTargetPosition 2045 TargetLabel
    2046 DisplayedZValue 3100 IVUSAcquisition 3101 IVUSPullbackRate 3102 IVUSGatedRate 3103 IVUSPullbackStartFrameNumber
    3104 IVUSPullbackStopFrameNumber 3105 LesionNumber 4000 AcquisitionComments 5000 OutputPower 5010 TransducerData
    5011 TransducerIdentificationSequence 5012 FocusDepth 5020 ProcessingFunction 5021 PostprocessingFunction
    5022 MechanicalIndex 5024 BoneThermalIndex 5026 CranialThermalIndex 5027 SoftTissueThermalIndex
    5028 SoftTissueFocusThermalIndex 5029 SoftTissueSurfaceThermalIndex 5030 DynamicRange 5040 TotalGain
    5050 DepthOfScanField 5100 PatientPosition 5101 ViewPosition 5104 ProjectionEponymousNameCodeSequence
    5210 ImageTransformationMatrix 5212 ImageTranslationVector 6000 Sensitivity 6011 SequenceOfUltrasoundRegions
    6012 RegionSpatialFormat 6014 RegionDataType 6016 RegionFlags 6018 RegionLocationMinX0 601a RegionLocationMinY0
    601c RegionLocationMaxX1 601e RegionLocationMaxY1 6020 ReferencePixelX0 6022 ReferencePixelY0
    6024 PhysicalUnitsXDirection 6026 PhysicalUnitsYDirection 6028 ReferencePixelPhysicalValueX
    602a ReferencePixelPhysicalValueY 602c PhysicalDeltaX 602e PhysicalDeltaY 6030 TransducerFrequency 6031 TransducerType
    6032 PulseRepetitionFrequency 6034 DopplerCorrectionAngle 6036 SteeringAngle 6038 DopplerSampleVolumeXPositionRetired
    6039 DopplerSampleVolumeXPosition 603a DopplerSampleVolumeYPositionRetired 603b DopplerSampleVolumeYPosition
    603c TMLinePositionX0Retired 603d TMLinePositionX0 603e TMLinePositionY0Retired 603f TMLinePositionY0
    6040 TMLinePositionX1Retired 6041 TMLinePositionX1 6042 TMLinePositionY1Retired 6043 TMLinePositionY1
    6044 PixelComponentOrganization 6046 PixelComponentMask 6048 PixelComponentRangeStart 604a PixelComponentRangeStop
    604c PixelComponentPhysicalUnits 604e PixelComponentDataType 6050 NumberOfTableBreakPoints 6052 TableOfXBreakPoints
    6054 TableOfYBreakPoints 6056 NumberOfTableEntries 6058 TableOfPixelValues 605a TableOfParameterValues
    6060 RWaveTimeVector 6070 ActiveImageAreaOverlayGroup 7000 DetectorConditionsNominalFlag 7001 DetectorTemperature
    7004 DetectorType 7005 DetectorConfiguration 7006 DetectorDescription 7008 DetectorMode 700a DetectorID
    700c DateOfLastDetectorCalibration 700e TimeOfLastDetectorCalibration 7010 ExposuresOnDetectorSinceLastCalibration
    7011 ExposuresOnDetectorSinceManufactured 7012 DetectorTimeSinceLastExposure 7014 DetectorActiveTime
    7016 DetectorActivationOffsetFromExposure 701a DetectorBinning 7020 DetectorElementPhysicalSize
    7022 DetectorElementSpacing 7024 DetectorActiveShape 7026 DetectorActiveDimensions 7028 DetectorActiveOrigin
    702a DetectorManufacturerName 702b DetectorManufacturerModelName 7030 FieldOfViewOrigin 7032 FieldOfViewRotation
    7034 FieldOfViewHorizontalFlip 7036 PixelDataAreaOriginRelativeToFOV 7038 PixelDataAreaRotationAngleRelativeToFOV
    7040 GridAbsorbingMaterial 7041 GridSpacingMaterial 7042 GridThickness 7044 GridPitch 7046 GridAspectRatio
    7048 GridPeriod 704c GridFocalDistance 7050 FilterMaterial 7052 FilterThicknessMinimum 7054 FilterThicknessMaximum
    7056 FilterBeamPathLengthMinimum 7058 FilterBeamPathLengthMaximum 7060 ExposureControlMode
    7062 ExposureControlModeDescription 7064 ExposureStatus 7065 PhototimerSetting 8150 ExposureTimeInuS
    8151 XRayTubeCurrentInuA 9004 ContentQualification 9005 PulseSequenceName 9006 MRImagingModifierSequence
    9008 EchoPulseSequence 9009 InversionRecovery 9010 FlowCompensation 9011 MultipleSpinEcho 9012 MultiPlanarExcitation
    9014 PhaseContrast 9015 TimeOfFlightContrast 9016 Spoiling 9017 SteadyStatePulseSequence 9018 EchoPlanarPulseSequence
    9019 TagAngleFirstAxis 9020 MagnetizationTransfer 9021 T2Preparation 9022 BloodSignalNulling 9024 SaturationRecovery
    9025 SpectrallySelectedSuppression 9026 SpectrallySelectedExcitation 9027 SpatialPresaturation 9028 Tagging
    9029 OversamplingPhase 9030 TagSpacingFirstDimension 9032 GeometryOfKSpaceTraversal 9033 SegmentedKSpaceTraversal
    9034 RectilinearPhaseEncodeReordering 9035 TagThickness 9036 PartialFourierDirection
    9037 CardiacSynchronizationTechnique 9041 ReceiveCoilManufacturerName 9042 MRReceiveCoilSequence 9043 ReceiveCoilType
    9044 QuadratureReceiveCoil 9045 MultiCoilDefinitionSequence 9046 MultiCoilConfiguration 9047 MultiCoilElementName
    9048 MultiCoilElementUsed 9049 MRTransmitCoilSequence 9050 TransmitCoilManufacturerName 9051 TransmitCoilType
    9052 SpectralWidth 9053 ChemicalShiftReference 9054 VolumeLocalizationTechnique 9058 MRAcquisitionFrequencyEncodingSteps
    9059 Decoupling 9060 DecoupledNucleus 9061 DecouplingFrequency 9062 DecouplingMethod
    9063 DecouplingChemicalShiftReference 9064 KSpaceFiltering 9065 TimeDomainFiltering 9066 NumberOfZeroFills
    9067 BaselineCorrection 9069 ParallelReductionFactorInPlane 9070 CardiacRRIntervalSpecified 9073 AcquisitionDuration
    9074 FrameAcquisitionDateTime 9075 DiffusionDirectionality 9076 DiffusionGradientDirectionSequence
    9077 ParallelAcquisition 9078 ParallelAcquisitionTechnique 9079 InversionTimes 9080 MetaboliteMapDescription
    9081 PartialFourier 9082 EffectiveEchoTime 9083 MetaboliteMapCodeSequence 9084 ChemicalShiftSequence
    9085 CardiacSignalSource 9087 DiffusionBValue 9089 DiffusionGradientOrientation 9090 VelocityEncodingDirection
    9091 VelocityEncodingMinimumValue 9092 VelocityEncodingAcquisitionSequence 9093 NumberOfKSpaceTrajectories
    9094 CoverageOfKSpace 9095 SpectroscopyAcquisitionPhaseRows 9096 ParallelReductionFactorInPlaneRetired
    9098 TransmitterFrequency 9100 ResonantNucleus 9101 FrequencyCorrection 9103 MRSpectroscopyFOVGeometrySequence
    9104 SlabThickness 9105 SlabOrientation 9106 MidSlabPosition 9107 MRSpatialSaturationSequence
    9112 MRTimingAndRelatedParametersSequence 9114 MREchoSequence 9115 MRModifierSequence 9117 MRDiffusionSequence
    9118 CardiacSynchronizationSequence 9119 MRAveragesSequence 9125 MRFOVGeometrySequence 9126 VolumeLocalizationSequence
    9127 SpectroscopyAcquisitionDataColumns 9147 DiffusionAnisotropyType 9151 FrameReferenceDateTime
    9152 MRMetaboliteMapSequence 9155 ParallelReductionFactorOutOfPlane 9159 SpectroscopyAcquisitionOutOfPlanePhaseSteps
    9166 BulkMotionStatus 9168 ParallelReductionFactorSecondInPlane 9169 CardiacBeatRejectionTechnique
    9170 RespiratoryMotionCompensationTechnique 9171 RespiratorySignalSource 9172 BulkMotionCompensationTechnique
    9173 BulkMotionSignalSource 9174 ApplicableSafetyStandardAgency 9175 ApplicableSafetyStandardDescription
    9176 OperatingModeSequence 9177 OperatingModeType 9178 OperatingMode 9179 SpecificAbsorptionRateDefinition
    9180 GradientOutputType 9181 SpecificAbsorptionRateValue 9182 GradientOutput 9183 FlowCompensationDirection
    9184 TaggingDelay 9185 RespiratoryMotionCompensationTechniqueDescription 9186 RespiratorySignalSourceID
    9195 ChemicalShiftMinimumIntegrationLimitInHz 9196 ChemicalShiftMaximumIntegrationLimitInHz
    9197 MRVelocityEncodingSequence 9198 FirstOrderPhaseCorrection 9199 WaterReferencedPhaseCorrection
    9200 MRSpectroscopyAcquisitionType 9214 RespiratoryCyclePosition 9217 VelocityEncodingMaximumValue
    9218 TagSpacingSecondDimension 9219 TagAngleSecondAxis 9220 FrameAcquisitionDuration 9226 MRImageFrameTypeSequence
    9227 MRSpectroscopyFrameTypeSequence 9231 MRAcquisitionPhaseEncodingStepsInPlane
    9232 MRAcquisitionPhaseEncodingStepsOutOfPlane 9234 SpectroscopyAcquisitionPhaseColumns 9236 CardiacCyclePosition
    9239 SpecificAbsorptionRateSequence 9240 RFEchoTrainLength 9241 GradientEchoTrainLength
    9250 ArterialSpinLabelingContrast 9251 MRArterialSpinLabelingSequence 9252 ASLTechniqueDescription 9253 ASLSlabNumber
    9254 ASLSlabThickness 9255 ASLSlabOrientation 9256 ASLMidSlabPosition 9257 ASLContext 9258 ASLPulseTrainDuration
    9259 ASLCrusherFlag 925a ASLCrusherFlowLimit 925b ASLCrusherDescription 925c ASLBolusCutoffFlag
    925d ASLBolusCutoffTimingSequence 925e ASLBolusCutoffTechnique 925f ASLBolusCutoffDelayTime 9260 ASLSlabSequence
    9295 ChemicalShiftMinimumIntegrationLimitInppm 9296 ChemicalShiftMaximumIntegrationLimitInppm
    9297 WaterReferenceAcquisition 9298 EchoPeakPosition 9301 CTAcquisitionTypeSequence 9302 AcquisitionType 9303 TubeAngle
    9304 CTAcquisitionDetailsSequence 9305 RevolutionTime 9306 SingleCollimationWidth 9307 TotalCollimationWidth
    9308 CTTableDynamicsSequence 9309 TableSpeed 9310 TableFeedPerRotation 9311 SpiralPitchFactor 9312 CTGeometrySequence
    9313 DataCollectionCenterPatient 9314 CTReconstructionSequence 9315 ReconstructionAlgorithm 9316 ConvolutionKernelGroup
    9317 ReconstructionFieldOfView 9318 ReconstructionTargetCenterPatient 9319 ReconstructionAngle 9320 ImageFilter
    9321 CTExposureSequence 9322 ReconstructionPixelSpacing 9323 ExposureModulationType 9324 EstimatedDoseSaving
    9325 CTXRayDetailsSequence 9326 CTPositionSequence 9327 TablePosition 9328 ExposureTimeInms
    9329 CTImageFrameTypeSequence 9330 XRayTubeCurrentInmA 9332 ExposureInmAs 9333 ConstantVolumeFlag 9334 FluoroscopyFlag
    9335 DistanceSourceToDataCollectionCenter 9337 ContrastBolusAgentNumber 9338 ContrastBolusIngredientCodeSequence
    9340 ContrastAdministrationProfileSequence 9341 ContrastBolusUsageSequence 9342 ContrastBolusAgentAdministered
    9343 ContrastBolusAgentDetected 9344 ContrastBolusAgentPhase 9345 CTDIvol 9346 CTDIPhantomTypeCodeSequence
    9351 CalciumScoringMassFactorPatient 9352 CalciumScoringMassFactorDevice 9353 EnergyWeightingFactor
    9360 CTAdditionalXRaySourceSequence 9361 MultienergyCTAcquisition 9362 MultienergyCTAcquisitionSequence
    9363 MultienergyCTProcessingSequence 9364 MultienergyCTCharacteristicsSequence 9365 MultienergyCTXRaySourceSequence
    9366 XRaySourceIndex 9367 XRaySourceID 9368 MultienergySourceTechnique 9369 SourceStartDateTime 936a SourceEndDateTime
    936b SwitchingPhaseNumber 936c SwitchingPhaseNominalDuration 936d SwitchingPhaseTransitionDuration
    936e EffectiveBinEnergy 936f MultienergyCTXRayDetectorSequence 9370 XRayDetectorIndex 9371 XRayDetectorID
    9372 MultienergyDetectorType 9373 XRayDetectorLabel 9374 NominalMaxEnergy 9375 NominalMinEnergy
    9376 ReferencedXRayDetectorIndex 9377 ReferencedXRaySourceIndex 9378 ReferencedPathIndex 9379 MultienergyCTPathSequence
    937a MultienergyCTPathIndex 937b MultienergyAcquisitionDescription 937c MonoenergeticEnergyEquivalent
    937d MaterialCodeSequence 937e DecompositionMethod 937f DecompositionDescription
    9380 DecompositionAlgorithmIdentificationSequence 9381 DecompositionMaterialSequence 9382 MaterialAttenuationSequence
    9383 PhotonEnergy 9384 XRayMassAttenuationCoefficient 9401 ProjectionPixelCalibrationSequence
    9402 DistanceSourceToIsocenter 9403 DistanceObjectToTableTop 9404 ObjectPixelSpacingInCenterOfBeam
    9405 PositionerPositionSequence 9406 TablePositionSequence 9407 CollimatorShapeSequence 9410 PlanesInAcquisition
    9412 XAXRFFrameCharacteristicsSequence 9417 FrameAcquisitionSequence 9420 XRayReceptorType 9423 AcquisitionProtocolName
    9424 AcquisitionProtocolDescription 9425 ContrastBolusIngredientOpaque 9426 DistanceReceptorPlaneToDetectorHousing
    9427 IntensifierActiveShape 9428 IntensifierActiveDimensions 9429 PhysicalDetectorSize
    9430 PositionOfIsocenterProjection 9432 FieldOfViewSequence 9433 FieldOfViewDescription
    9434 ExposureControlSensingRegionsSequence 9435 ExposureControlSensingRegionShape
    9436 ExposureControlSensingRegionLeftVerticalEdge 9437 ExposureControlSensingRegionRightVerticalEdge
    9438 ExposureControlSensingRegionUpperHorizontalEdge 9439 ExposureControlSensingRegionLowerHorizontalEdge
    9440 CenterOfCircularExposureControlSensingRegion 9441 RadiusOfCircularExposureControlSensingRegion
    9442 VerticesOfThePolygonalExposureControlSensingRegion 9447 ColumnAngulationPatient 9449 BeamAngle
    9451 FrameDetectorParametersSequence 9452 CalculatedAnatomyThickness 9455 CalibrationSequence
    9456 ObjectThicknessSequence 9457 PlaneIdentification 9461 FieldOfViewDimensionsInFloat
    9462 IsocenterReferenceSystemSequence 9463 PositionerIsocenterPrimaryAngle 9464 PositionerIsocenterSecondaryAngle
    9465 PositionerIsocenterDetectorRotationAngle 9466 TableXPositionToIsocenter 9467 TableYPositionToIsocenter
    9468 TableZPositionToIsocenter 9469 TableHorizontalRotationAngle 9470 TableHeadTiltAngle 9471 TableCradleTiltAngle
    9472 FrameDisplayShutterSequence 9473 AcquiredImageAreaDoseProduct 9474 CArmPositionerTabletopRelationship
    9476 XRayGeometrySequence 9477 IrradiationEventIdentificationSequence 9504 XRay3DFrameTypeSequence
    9506 ContributingSourcesSequence 9507 XRay3DAcquisitionSequence 9508 PrimaryPositionerScanArc
    9509 SecondaryPositionerScanArc 9510 PrimaryPositionerScanStartAngle 9511 SecondaryPositionerScanStartAngle
    9514 PrimaryPositionerIncrement 9515 SecondaryPositionerIncrement 9516 StartAcquisitionDateTime
    9517 EndAcquisitionDateTime 9518 PrimaryPositionerIncrementSign 9519 SecondaryPositionerIncrementSign
    9524 ApplicationName 9525 ApplicationVersion 9526 ApplicationManufacturer 9527 AlgorithmType 9528 AlgorithmDescription
    9530 XRay3DReconstructionSequence 9531 ReconstructionDescription 9538 PerProjectionAcquisitionSequence
    9541 DetectorPositionSequence 9542 XRayAcquisitionDoseSequence 9543 XRaySourceIsocenterPrimaryAngle
    9544 XRaySourceIsocenterSecondaryAngle 9545 BreastSupportIsocenterPrimaryAngle 9546 BreastSupportIsocenterSecondaryAngle
    9547 BreastSupportXPositionToIsocenter 9548 BreastSupportYPositionToIsocenter 9549 BreastSupportZPositionToIsocenter
    9550 DetectorIsocenterPrimaryAngle 9551 DetectorIsocenterSecondaryAngle 9552 DetectorXPositionToIsocenter
    9553 DetectorYPositionToIsocenter 9554 DetectorZPositionToIsocenter 9555 XRayGridSequence 9556 XRayFilterSequence
    9557 DetectorActiveAreaTLHCPosition 9558 DetectorActiveAreaOrientation 9559 PositionerPrimaryAngleDirection
    9601 DiffusionBMatrixSequence 9602 DiffusionBValueXX 9603 DiffusionBValueXY 9604 DiffusionBValueXZ
    9605 DiffusionBValueYY 9606 DiffusionBValueYZ 9607 DiffusionBValueZZ 9621 FunctionalMRSequence
    9622 FunctionalSettlingPhaseFramesPresent 9623 FunctionalSyncPulse 9624 SettlingPhaseFrame 9701 DecayCorrectionDateTime
    9715 StartDensityThreshold 9716 StartRelativeDensityDifferenceThreshold 9717 StartCardiacTriggerCountThreshold
    9718 StartRespiratoryTriggerCountThreshold 9719 TerminationCountsThreshold 9720 TerminationDensityThreshold
    9721 TerminationRelativeDensityThreshold 9722 TerminationTimeThreshold 9723 TerminationCardiacTriggerCountThreshold
    9724 TerminationRespiratoryTriggerCountThreshold 9725 DetectorGeometry 9726 TransverseDetectorSeparation
    9727 AxialDetectorDimension 9729 RadiopharmaceuticalAgentNumber 9732 PETFrameAcquisitionSequence
    9733 PETDetectorMotionDetailsSequence 9734 PETTableDynamicsSequence 9735 PETPositionSequence
    9736 PETFrameCorrectionFactorsSequence 9737 RadiopharmaceuticalUsageSequence 9738 AttenuationCorrectionSource
    9739 NumberOfIterations 9740 NumberOfSubsets 9749 PETReconstructionSequence 9751 PETFrameTypeSequence
    9755 TimeOfFlightInformationUsed 9756 ReconstructionType 9758 DecayCorrected 9759 AttenuationCorrected
    9760 ScatterCorrected 9761 DeadTimeCorrected 9762 GantryMotionCorrected 9763 PatientMotionCorrected
    9764 CountLossNormalizationCorrected 9765 RandomsCorrected 9766 NonUniformRadialSamplingCorrected
    9767 SensitivityCalibrated 9768 DetectorNormalizationCorrection 9769 IterativeReconstructionMethod
    9770 AttenuationCorrectionTemporalRelationship 9771 PatientPhysiologicalStateSequence
    9772 PatientPhysiologicalStateCodeSequence 9801 DepthsOfFocus 9803 ExcludedIntervalsSequence 9804 ExclusionStartDateTime
    9805 ExclusionDuration 9806 USImageDescriptionSequence 9807 ImageDataTypeSequence 9808 DataType
    9809 TransducerScanPatternCodeSequence 980b AliasedDataType 980c PositionMeasuringDeviceUsed
    980d TransducerGeometryCodeSequence 980e TransducerBeamSteeringCodeSequence 980f TransducerApplicationCodeSequence
    9810 ZeroVelocityPixelValue 9900 ReferenceLocationLabel 9901 ReferenceLocationDescription
    9902 ReferenceBasisCodeSequence 9903 ReferenceGeometryCodeSequence 9904 OffsetDistance 9905 OffsetDirection
    9906 PotentialScheduledProtocolCodeSequence 9907 PotentialRequestedProcedureCodeSequence
    9908 PotentialReasonsForProcedure 9909 PotentialReasonsForProcedureCodeSequence 990a PotentialDiagnosticTasks
    990b ContraindicationsCodeSequence 990c ReferencedDefinedProtocolSequence 990d ReferencedPerformedProtocolSequence
    990e PredecessorProtocolSequence 990f ProtocolPlanningInformation 9910 ProtocolDesignRationale
    9911 PatientSpecificationSequence 9912 ModelSpecificationSequence 9913 ParametersSpecificationSequence
    9914 InstructionSequence 9915 InstructionIndex 9916 InstructionText 9917 InstructionDescription
    9918 InstructionPerformedFlag 9919 InstructionPerformedDateTime 991a InstructionPerformanceComment
    991b PatientPositioningInstructionSequence 991c PositioningMethodCodeSequence 991d PositioningLandmarkSequence
    991e TargetFrameOfReferenceUID 991f AcquisitionProtocolElementSpecificationSequence
    9920 AcquisitionProtocolElementSequence 9921 ProtocolElementNumber 9922 ProtocolElementName
    9923 ProtocolElementCharacteristicsSummary 9924 ProtocolElementPurpose 9930 AcquisitionMotion
    9931 AcquisitionStartLocationSequence 9932 AcquisitionEndLocationSequence
    9933 ReconstructionProtocolElementSpecificationSequence 9934 ReconstructionProtocolElementSequence
    9935 StorageProtocolElementSpecificationSequence 9936 StorageProtocolElementSequence 9937 RequestedSeriesDescription
    9938 SourceAcquisitionProtocolElementNumber 9939 SourceAcquisitionBeamNumber
    993a SourceReconstructionProtocolElementNumber 993b ReconstructionStartLocationSequence
    993c ReconstructionEndLocationSequence 993d ReconstructionAlgorithmSequence
    993e ReconstructionTargetCenterLocationSequence 9941 ImageFilterDescription 9942 CTDIvolNotificationTrigger
    9943 DLPNotificationTrigger 9944 AutoKVPSelectionType 9945 AutoKVPUpperBound 9946 AutoKVPLowerBound
    9947 ProtocolDefinedPatientPosition a001 ContributingEquipmentSequence a002 ContributionDateTime
    a003 ContributionDescription`,
  '0020': `
    000d StudyInstanceUID 000e SeriesInstanceUID 0010 StudyID 0011 SeriesNumber 0012 AcquisitionNumber 0013 InstanceNumber
    0014 IsotopeNumber 0015 PhaseNumber 0016 IntervalNumber 0017 TimeSlotNumber 0018 AngleNumber 0019 ItemNumber
    0020 PatientOrientation 0022 OverlayNumber 0024 CurveNumber 0026 LUTNumber 0027 PyramidLabel 0030 ImagePosition
    0032 ImagePositionPatient 0035 ImageOrientation 0037 ImageOrientationPatient 0050 Location 0052 FrameOfReferenceUID
    0060 Laterality 0062 ImageLaterality 0070 ImageGeometryType 0080 MaskingImage 00aa ReportNumber
    0100 TemporalPositionIdentifier 0105 NumberOfTemporalPositions 0110 TemporalResolution
    0200 SynchronizationFrameOfReferenceUID 0242 SOPInstanceUIDOfConcatenationSource 1000 SeriesInStudy
    1001 AcquisitionsInSeries 1002 ImagesInAcquisition 1003 ImagesInSeries 1004 AcquisitionsInStudy 1005 ImagesInStudy
    1020 Reference 103f TargetPositionReferenceIndicator 1040 PositionReferenceIndicator 1041 SliceLocation
    1070 OtherStudyNumbers 1200 NumberOfPatientRelatedStudies 1202 NumberOfPatientRelatedSeries
    1204 NumberOfPatientRelatedInstances 1206 NumberOfStudyRelatedSeries 1208 NumberOfStudyRelatedInstances
    1209 NumberOfSeriesRelatedInstances 3401 ModifyingDeviceID 3402 ModifiedImageID 3403 ModifiedImageDate
    3404 ModifyingDeviceManufacturer 3405 ModifiedImageTime 3406 ModifiedImageDescription 4000 ImageComments
    5000 OriginalImageIdentification 5002 OriginalImageIdentificationNomenclature 9056 StackID 9057 InStackPositionNumber
    9071 FrameAnatomySequence 9072 FrameLaterality 9111 FrameContentSequence 9113 PlanePositionSequence
    9116 PlaneOrientationSequence 9128 TemporalPositionIndex 9153 NominalCardiacTriggerDelayTime
    9154 NominalCardiacTriggerTimePriorToRPeak 9155 ActualCardiacTriggerTimePriorToRPeak 9156 FrameAcquisitionNumber
    9157 DimensionIndexValues 9158 FrameComments 9161 ConcatenationUID 9162 InConcatenationNumber
    9163 InConcatenationTotalNumber 9164 DimensionOrganizationUID 9165 DimensionIndexPointer 9167 FunctionalGroupPointer
    9170 UnassignedSharedConvertedAttributesSequence 9171 UnassignedPerFrameConvertedAttributesSequence
    9172 ConversionSourceAttributesSequence 9213 DimensionIndexPrivateCreator 9221 DimensionOrganizationSequence
    9222 DimensionIndexSequence 9228 ConcatenationFrameOffsetNumber 9238 FunctionalGroupPrivateCreator
    9241 NominalPercentageOfCardiacPhase 9245 NominalPercentageOfRespiratoryPhase 9246 StartingRespiratoryAmplitude
    9247 StartingRespiratoryPhase 9248 EndingRespiratoryAmplitude 9249 EndingRespiratoryPhase 9250 RespiratoryTriggerType
    9251 RRIntervalTimeNominal 9252 ActualCardiacTriggerDelayTime 9253 RespiratorySynchronizationSequence
    9254 RespiratoryIntervalTime 9255 NominalRespiratoryTriggerDelayTime 9256 RespiratoryTriggerDelayThreshold
    9257 ActualRespiratoryTriggerDelayTime 9301 ImagePositionVolume 9302 ImageOrientationVolume
    9307 UltrasoundAcquisitionGeometry 9308 ApexPosition 9309 VolumeToTransducerMappingMatrix
    930a VolumeToTableMappingMatrix 930b VolumeToTransducerRelationship 930c PatientFrameOfReferenceSource
    930d TemporalPositionTimeOffset 930e PlanePositionVolumeSequence 930f PlaneOrientationVolumeSequence
    9310 TemporalPositionSequence 9311 DimensionOrganizationType 9312 VolumeFrameOfReferenceUID
    9313 TableFrameOfReferenceUID 9421 DimensionDescriptionLabel 9450 PatientOrientationInFrameSequence 9453 FrameLabel
    9518 AcquisitionIndex 9529 ContributingSOPInstancesReferenceSequence 9536 ReconstructionIndex`,
  '0022': `
    0001 LightPathFilterPassThroughWavelength 0002 LightPathFilterPassBand 0003 ImagePathFilterPassThroughWavelength
    0004 ImagePathFilterPassBand 0005 PatientEyeMovementCommanded 0006 PatientEyeMovementCommandCodeSequence
    0007 SphericalLensPower 0008 CylinderLensPower 0009 CylinderAxis 000a EmmetropicMagnification 000b IntraOcularPressure
    000c HorizontalFieldOfView 000d PupilDilated 000e DegreeOfDilation 0010 StereoBaselineAngle
    0011 StereoBaselineDisplacement 0012 StereoHorizontalPixelOffset 0013 StereoVerticalPixelOffset 0014 StereoRotation
    0015 AcquisitionDeviceTypeCodeSequence 0016 IlluminationTypeCodeSequence 0017 LightPathFilterTypeStackCodeSequence
    0018 ImagePathFilterTypeStackCodeSequence 0019 LensesCodeSequence 001a ChannelDescriptionCodeSequence
    001b RefractiveStateSequence 001c MydriaticAgentCodeSequence 001d RelativeImagePositionCodeSequence
    001e CameraAngleOfView 0020 StereoPairsSequence 0021 LeftImageSequence 0022 RightImageSequence 0028 StereoPairsPresent
    0030 AxialLengthOfTheEye 0031 OphthalmicFrameLocationSequence 0032 ReferenceCoordinates 0035 DepthSpatialResolution
    0036 MaximumDepthDistortion 0037 AlongScanSpatialResolution 0038 MaximumAlongScanDistortion
    0039 OphthalmicImageOrientation 0041 DepthOfTransverseImage 0042 MydriaticAgentConcentrationUnitsSequence
    0048 AcrossScanSpatialResolution 0049 MaximumAcrossScanDistortion 004e MydriaticAgentConcentration
    0055 IlluminationWaveLength 0056 IlluminationPower 0057 IlluminationBandwidth 0058 MydriaticAgentSequence
    1007 OphthalmicAxialMeasurementsRightEyeSequence 1008 OphthalmicAxialMeasurementsLeftEyeSequence
    1009 OphthalmicAxialMeasurementsDeviceType 1010 OphthalmicAxialLengthMeasurementsType 1012 OphthalmicAxialLengthSequence
    1019 OphthalmicAxialLength 1024 LensStatusCodeSequence 1025 VitreousStatusCodeSequence 1028 IOLFormulaCodeSequence
    1029 IOLFormulaDetail 1033 KeratometerIndex 1035 SourceOfOphthalmicAxialLengthCodeSequence
    1036 SourceOfCornealSizeDataCodeSequence 1037 TargetRefraction 1039 RefractiveProcedureOccurred
    1040 RefractiveSurgeryTypeCodeSequence 1044 OphthalmicUltrasoundMethodCodeSequence
    1045 SurgicallyInducedAstigmatismSequence 1046 TypeOfOpticalCorrection 1047 ToricIOLPowerSequence
    1048 PredictedToricErrorSequence 1049 PreSelectedForImplantation 104a ToricIOLPowerForExactEmmetropiaSequence
    104b ToricIOLPowerForExactTargetRefractionSequence 1050 OphthalmicAxialLengthMeasurementsSequence 1053 IOLPower
    1054 PredictedRefractiveError 1059 OphthalmicAxialLengthVelocity 1065 LensStatusDescription
    1066 VitreousStatusDescription 1090 IOLPowerSequence 1092 LensConstantSequence 1093 IOLManufacturer
    1094 LensConstantDescription 1095 ImplantName 1096 KeratometryMeasurementTypeCodeSequence 1097 ImplantPartNumber
    1100 ReferencedOphthalmicAxialMeasurementsSequence 1101 OphthalmicAxialLengthMeasurementsSegmentNameCodeSequence
    1103 RefractiveErrorBeforeRefractiveSurgeryCodeSequence 1121 IOLPowerForExactEmmetropia
    1122 IOLPowerForExactTargetRefraction 1125 AnteriorChamberDepthDefinitionCodeSequence 1127 LensThicknessSequence
    1128 AnteriorChamberDepthSequence 112a CalculationCommentSequence 112b CalculationCommentType 112c CalculationComment
    1130 LensThickness 1131 AnteriorChamberDepth 1132 SourceOfLensThicknessDataCodeSequence
    1133 SourceOfAnteriorChamberDepthDataCodeSequence 1134 SourceOfRefractiveMeasurementsSequence
    1135 SourceOfRefractiveMeasurementsCodeSequence 1140 OphthalmicAxialLengthMeasurementModified
    1150 OphthalmicAxialLengthDataSourceCodeSequence 1153 OphthalmicAxialLengthAcquisitionMethodCodeSequence
    1155 SignalToNoiseRatio 1159 OphthalmicAxialLengthDataSourceDescription
    1210 OphthalmicAxialLengthMeasurementsTotalLengthSequence 1211 OphthalmicAxialLengthMeasurementsSegmentalLengthSequence
    1212 OphthalmicAxialLengthMeasurementsLengthSummationSequence 1220 UltrasoundOphthalmicAxialLengthMeasurementsSequence
    1225 OpticalOphthalmicAxialLengthMeasurementsSequence 1230 UltrasoundSelectedOphthalmicAxialLengthSequence
    1250 OphthalmicAxialLengthSelectionMethodCodeSequence 1255 OpticalSelectedOphthalmicAxialLengthSequence
    1257 SelectedSegmentalOphthalmicAxialLengthSequence 1260 SelectedTotalOphthalmicAxialLengthSequence
    1262 OphthalmicAxialLengthQualityMetricSequence 1265 OphthalmicAxialLengthQualityMetricTypeCodeSequence
    1273 OphthalmicAxialLengthQualityMetricTypeDescription 1300 IntraocularLensCalculationsRightEyeSequence
    1310 IntraocularLensCalculationsLeftEyeSequence 1330 ReferencedOphthalmicAxialLengthMeasurementQCImageSequence
    1415 OphthalmicMappingDeviceType 1420 AcquisitionMethodCodeSequence 1423 AcquisitionMethodAlgorithmSequence
    1436 OphthalmicThicknessMapTypeCodeSequence 1443 OphthalmicThicknessMappingNormalsSequence
    1445 RetinalThicknessDefinitionCodeSequence 1450 PixelValueMappingToCodedConceptSequence 1452 MappedPixelValue
    1454 PixelValueMappingExplanation 1458 OphthalmicThicknessMapQualityThresholdSequence
    1460 OphthalmicThicknessMapThresholdQualityRating 1463 AnatomicStructureReferencePoint
    1465 RegistrationToLocalizerSequence 1466 RegisteredLocalizerUnits 1467 RegisteredLocalizerTopLeftHandCorner
    1468 RegisteredLocalizerBottomRightHandCorner 1470 OphthalmicThicknessMapQualityRatingSequence
    1472 RelevantOPTAttributesSequence 1512 TransformationMethodCodeSequence 1513 TransformationAlgorithmSequence
    1515 OphthalmicAxialLengthMethod 1517 OphthalmicFOV 1518 TwoDimensionalToThreeDimensionalMapSequence
    1525 WideFieldOphthalmicPhotographyQualityRatingSequence 1526 WideFieldOphthalmicPhotographyQualityThresholdSequence
    1527 WideFieldOphthalmicPhotographyThresholdQualityRating 1528 XCoordinatesCenterPixelViewAngle
    1529 YCoordinatesCenterPixelViewAngle 1530 NumberOfMapPoints 1531 TwoDimensionalToThreeDimensionalMapData
    1612 DerivationAlgorithmSequence 1615 OphthalmicImageTypeCodeSequence 1616 OphthalmicImageTypeDescription
    1618 ScanPatternTypeCodeSequence 1620 ReferencedSurfaceMeshIdentificationSequence
    1622 OphthalmicVolumetricPropertiesFlag 1624 OphthalmicAnatomicReferencePointXCoordinate
    1626 OphthalmicAnatomicReferencePointYCoordinate 1628 OphthalmicEnFaceImageQualityRatingSequence 1630 QualityThreshold
    1640 OCTBscanAnalysisAcquisitionParametersSequence 1642 NumberOfBscansPerFrame 1643 BscanSlabThickness
    1644 DistanceBetweenBscanSlabs 1645 BscanCycleTime 1646 BscanCycleTimeVector 1649 AscanRate 1650 BscanRate
    1658 SurfaceMeshZPixelOffset`,
  '0024': `
    0010 VisualFieldHorizontalExtent 0011 VisualFieldVerticalExtent 0012 VisualFieldShape 0016 ScreeningTestModeCodeSequence
    0018 MaximumStimulusLuminance 0020 BackgroundLuminance 0021 StimulusColorCodeSequence
    0024 BackgroundIlluminationColorCodeSequence 0025 StimulusArea 0028 StimulusPresentationTime 0032 FixationSequence
    0033 FixationMonitoringCodeSequence 0034 VisualFieldCatchTrialSequence 0035 FixationCheckedQuantity
    0036 PatientNotProperlyFixatedQuantity 0037 PresentedVisualStimuliDataFlag 0038 NumberOfVisualStimuli
    0039 ExcessiveFixationLossesDataFlag 0040 ExcessiveFixationLosses 0042 StimuliRetestingQuantity
    0044 CommentsOnPatientPerformanceOfVisualField 0045 FalseNegativesEstimateFlag 0046 FalseNegativesEstimate
    0048 NegativeCatchTrialsQuantity 0050 FalseNegativesQuantity 0051 ExcessiveFalseNegativesDataFlag
    0052 ExcessiveFalseNegatives 0053 FalsePositivesEstimateFlag 0054 FalsePositivesEstimate 0055 CatchTrialsDataFlag
    0056 PositiveCatchTrialsQuantity 0057 TestPointNormalsDataFlag 0058 TestPointNormalsSequence
    0059 GlobalDeviationProbabilityNormalsFlag 0060 FalsePositivesQuantity 0061 ExcessiveFalsePositivesDataFlag
    0062 ExcessiveFalsePositives 0063 VisualFieldTestNormalsFlag 0064 ResultsNormalsSequence
    0065 AgeCorrectedSensitivityDeviationAlgorithmSequence 0066 GlobalDeviationFromNormal
    0067 GeneralizedDefectSensitivityDeviationAlgorithmSequence 0068 LocalizedDeviationFromNormal
    0069 PatientReliabilityIndicator 0070 VisualFieldMeanSensitivity 0071 GlobalDeviationProbability
    0072 LocalDeviationProbabilityNormalsFlag 0073 LocalizedDeviationProbability 0074 ShortTermFluctuationCalculated
    0075 ShortTermFluctuation 0076 ShortTermFluctuationProbabilityCalculated 0077 ShortTermFluctuationProbability
    0078 CorrectedLocalizedDeviationFromNormalCalculated 0079 CorrectedLocalizedDeviationFromNormal
    0080 CorrectedLocalizedDeviationFromNormalProbabilityCalculated 0081 CorrectedLocalizedDeviationFromNormalProbability
    0083 GlobalDeviationProbabilitySequence 0085 LocalizedDeviationProbabilitySequence 0086 FovealSensitivityMeasured
    0087 FovealSensitivity 0088 VisualFieldTestDuration 0089 VisualFieldTestPointSequence
    0090 VisualFieldTestPointXCoordinate 0091 VisualFieldTestPointYCoordinate 0092 AgeCorrectedSensitivityDeviationValue
    0093 StimulusResults 0094 SensitivityValue 0095 RetestStimulusSeen 0096 RetestSensitivityValue
    0097 VisualFieldTestPointNormalsSequence 0098 QuantifiedDefect 0100 AgeCorrectedSensitivityDeviationProbabilityValue
    0102 GeneralizedDefectCorrectedSensitivityDeviationFlag 0103 GeneralizedDefectCorrectedSensitivityDeviationValue
    0104 GeneralizedDefectCorrectedSensitivityDeviationProbabilityValue 0105 MinimumSensitivityValue 0106 BlindSpotLocalized
    0107 BlindSpotXCoordinate 0108 BlindSpotYCoordinate 0110 VisualAcuityMeasurementSequence
    0112 RefractiveParametersUsedOnPatientSequence 0113 MeasurementLaterality
    0114 OphthalmicPatientClinicalInformationLeftEyeSequence 0115 OphthalmicPatientClinicalInformationRightEyeSequence
    0117 FovealPointNormativeDataFlag 0118 FovealPointProbabilityValue 0120 ScreeningBaselineMeasured
    0122 ScreeningBaselineMeasuredSequence 0124 ScreeningBaselineType 0126 ScreeningBaselineValue 0202 AlgorithmSource
    0306 DataSetName 0307 DataSetVersion 0308 DataSetSource 0309 DataSetDescription
    0317 VisualFieldTestReliabilityGlobalIndexSequence 0320 VisualFieldGlobalResultsIndexSequence
    0325 DataObservationSequence 0338 IndexNormalsFlag 0341 IndexProbability 0344 IndexProbabilitySequence`,
  '0028': `
    0002 SamplesPerPixel 0003 SamplesPerPixelUsed 0004 PhotometricInterpretation 0005 ImageDimensions
    0006 PlanarConfiguration 0008 NumberOfFrames 0009 FrameIncrementPointer 000a FrameDimensionPointer 0010 Rows
    0011 Columns 0012 Planes 0014 UltrasoundColorDataPresent 0030 PixelSpacing 0031 ZoomFactor 0032 ZoomCenter
    0034 PixelAspectRatio 0040 ImageFormat 0050 ManipulatedImage 0051 CorrectedImage 005f CompressionRecognitionCode
    0060 CompressionCode 0061 CompressionOriginator 0062 CompressionLabel 0063 CompressionDescription
    0065 CompressionSequence 0066 CompressionStepPointers 0068 RepeatInterval 0069 BitsGrouped 0070 PerimeterTable
    0071 PerimeterValue 0080 PredictorRows 0081 PredictorColumns 0082 PredictorConstants 0090 BlockedPixels 0091 BlockRows
    0092 BlockColumns 0093 RowOverlap 0094 ColumnOverlap 0100 BitsAllocated 0101 BitsStored 0102 HighBit
    0103 PixelRepresentation 0104 SmallestValidPixelValue 0105 LargestValidPixelValue 0106 SmallestImagePixelValue
    0107 LargestImagePixelValue 0108 SmallestPixelValueInSeries 0109 LargestPixelValueInSeries
    0110 SmallestImagePixelValueInPlane 0111 LargestImagePixelValueInPlane 0120 PixelPaddingValue
    0121 PixelPaddingRangeLimit 0122 FloatPixelPaddingValue 0123 DoubleFloatPixelPaddingValue
    0124 FloatPixelPaddingRangeLimit 0125 DoubleFloatPixelPaddingRangeLimit 0200 ImageLocation 0300 QualityControlImage
    0301 BurnedInAnnotation 0302 RecognizableVisualFeatures 0303 LongitudinalTemporalInformationModified
    0304 ReferencedColorPaletteInstanceUID 0400 TransformLabel 0401 TransformVersionNumber 0402 NumberOfTransformSteps
    0403 SequenceOfCompressedData 0404 DetailsOfCoefficients 0410 RowsForNthOrderCoefficients
    0411 ColumnsForNthOrderCoefficients 0412 CoefficientCoding 0413 CoefficientCodingPointers 0700 DCTLabel
    0701 DataBlockDescription 0702 DataBlock 0710 NormalizationFactorFormat 0720 ZonalMapNumberFormat 0721 ZonalMapLocation
    0722 ZonalMapFormat 0730 AdaptiveMapFormat 0740 CodeNumberFormat 0800 CodeLabel 0802 NumberOfTables
    0803 CodeTableLocation 0804 BitsForCodeWord 0808 ImageDataLocation 0a02 PixelSpacingCalibrationType
    0a04 PixelSpacingCalibrationDescription 1040 PixelIntensityRelationship 1041 PixelIntensityRelationshipSign
    1050 WindowCenter 1051 WindowWidth 1052 RescaleIntercept 1053 RescaleSlope 1054 RescaleType
    1055 WindowCenterWidthExplanation 1056 VOILUTFunction 1080 GrayScale 1090 RecommendedViewingMode
    1100 GrayLookupTableDescriptor 1101 RedPaletteColorLookupTableDescriptor 1102 GreenPaletteColorLookupTableDescriptor
    1103 BluePaletteColorLookupTableDescriptor 1104 AlphaPaletteColorLookupTableDescriptor
    1111 LargeRedPaletteColorLookupTableDescriptor 1112 LargeGreenPaletteColorLookupTableDescriptor
    1113 LargeBluePaletteColorLookupTableDescriptor 1199 PaletteColorLookupTableUID 1200 GrayLookupTableData
    1201 RedPaletteColorLookupTableData 1202 GreenPaletteColorLookupTableData 1203 BluePaletteColorLookupTableData
    1204 AlphaPaletteColorLookupTableData 1211 LargeRedPaletteColorLookupTableData
    1212 LargeGreenPaletteColorLookupTableData 1213 LargeBluePaletteColorLookupTableData
    1214 LargePaletteColorLookupTableUID 1221 SegmentedRedPaletteColorLookupTableData
    1222 SegmentedGreenPaletteColorLookupTableData 1223 SegmentedBluePaletteColorLookupTableData
    1224 SegmentedAlphaPaletteColorLookupTableData 1230 StoredValueColorRangeSequence 1231 MinimumStoredValueMapped
    1232 MaximumStoredValueMapped 1300 BreastImplantPresent 1350 PartialView 1351 PartialViewDescription
    1352 PartialViewCodeSequence 135a SpatialLocationsPreserved 1401 DataFrameAssignmentSequence 1402 DataPathAssignment
    1403 BitsMappedToColorLookupTable 1404 BlendingLUT1Sequence 1405 BlendingLUT1TransferFunction
    1406 BlendingWeightConstant 1407 BlendingLookupTableDescriptor 1408 BlendingLookupTableData
    140b EnhancedPaletteColorLookupTableSequence 140c BlendingLUT2Sequence 140d BlendingLUT2TransferFunction 140e DataPathID
    140f RGBLUTTransferFunction 1410 AlphaLUTTransferFunction 2000 ICCProfile 2002 ColorSpace 2110 LossyImageCompression
    2112 LossyImageCompressionRatio 2114 LossyImageCompressionMethod 3000 ModalityLUTSequence 3002 LUTDescriptor
    3003 LUTExplanation 3004 ModalityLUTType 3006 LUTData 3010 VOILUTSequence 3110 SoftcopyVOILUTSequence
    4000 ImagePresentationComments 5000 BiPlaneAcquisitionSequence 6010 RepresentativeFrameNumber
    6020 FrameNumbersOfInterest 6022 FrameOfInterestDescription 6023 FrameOfInterestType 6030 MaskPointers 6040 RWavePointer
    6100 MaskSubtractionSequence 6101 MaskOperation 6102 ApplicableFrameRange 6110 MaskFrameNumbers
    6112 ContrastFrameAveraging 6114 MaskSubPixelShift 6120 TIDOffset 6190 MaskOperationExplanation
    7000 EquipmentAdministratorSequence 7001 NumberOfDisplaySubsystems 7002 CurrentConfigurationID 7003 DisplaySubsystemID
    7004 DisplaySubsystemName 7005 DisplaySubsystemDescription 7006 SystemStatus 7007 SystemStatusComment
    7008 TargetLuminanceCharacteristicsSequence 7009 LuminanceCharacteristicsID 700a DisplaySubsystemConfigurationSequence
    700b ConfigurationID 700c ConfigurationName 700d ConfigurationDescription
    700e ReferencedTargetLuminanceCharacteristicsID 700f QAResultsSequence 7010 DisplaySubsystemQAResultsSequence
    7011 ConfigurationQAResultsSequence 7012 MeasurementEquipmentSequence 7013 MeasurementFunctions
    7014 MeasurementEquipmentType 7015 VisualEvaluationResultSequence 7016 DisplayCalibrationResultSequence 7017 DDLValue
    7018 CIExyWhitePoint 7019 DisplayFunctionType 701a GammaValue 701b NumberOfLuminancePoints
    701c LuminanceResponseSequence 701d TargetMinimumLuminance 701e TargetMaximumLuminance 701f LuminanceValue
    7020 LuminanceResponseDescription 7021 WhitePointFlag 7022 DisplayDeviceTypeCodeSequence 7023 DisplaySubsystemSequence
    7024 LuminanceResultSequence 7025 AmbientLightValueSource 7026 MeasuredCharacteristics
    7027 LuminanceUniformityResultSequence 7028 VisualEvaluationTestSequence 7029 TestResult 702a TestResultComment
    702b TestImageValidation 702c TestPatternCodeSequence 702d MeasurementPatternCodeSequence
    702e VisualEvaluationMethodCodeSequence 7fe0 PixelDataProviderURL 9001 DataPointRows 9002 DataPointColumns
    9003 SignalDomainColumns 9099 LargestMonochromePixelValue 9108 DataRepresentation 9110 PixelMeasuresSequence
    9132 FrameVOILUTSequence 9145 PixelValueTransformationSequence 9235 SignalDomainRows 9411 DisplayFilterPercentage
    9415 FramePixelShiftSequence 9416 SubtractionItemID 9422 PixelIntensityRelationshipLUTSequence
    9443 FramePixelDataPropertiesSequence 9444 GeometricalProperties 9445 GeometricMaximumDistortion
    9446 ImageProcessingApplied 9454 MaskSelectionMode 9474 LUTFunction 9478 MaskVisibilityPercentage
    9501 PixelShiftSequence 9502 RegionPixelShiftSequence 9503 VerticesOfTheRegion 9505 MultiFramePresentationSequence
    9506 PixelShiftFrameRange 9507 LUTFrameRange 9520 ImageToEquipmentMappingMatrix
    9537 EquipmentCoordinateSystemIdentification`,
  '0032': `
    000a StudyStatusID 000c StudyPriorityID 0012 StudyIDIssuer 0032 StudyVerifiedDate 0033 StudyVerifiedTime
    0034 StudyReadDate 0035 StudyReadTime 1000 ScheduledStudyStartDate 1001 ScheduledStudyStartTime
    1010 ScheduledStudyStopDate 1011 ScheduledStudyStopTime 1020 ScheduledStudyLocation 1021 ScheduledStudyLocationAETitle
    1030 ReasonForStudy 1031 RequestingPhysicianIdentificationSequence 1032 RequestingPhysician 1033 RequestingService
    1034 RequestingServiceCodeSequence 1040 StudyArrivalDate 1041 StudyArrivalTime 1050 StudyCompletionDate
    1051 StudyCompletionTime 1055 StudyComponentStatusID 1060 RequestedProcedureDescription
    1064 RequestedProcedureCodeSequence 1065 RequestedLateralityCodeSequence 1066 ReasonForVisit
    1067 ReasonForVisitCodeSequence 1070 RequestedContrastAgent 4000 StudyComments`,
  '0034': `
    0001 FlowIdentifierSequence 0002 FlowIdentifier 0003 FlowTransferSyntaxUID 0004 FlowRTPSamplingRate
    0005 SourceIdentifier 0007 FrameOriginTimestamp 0008 IncludesImagingSubject 0009 FrameUsefulnessGroupSequence
    000a RealTimeBulkDataFlowSequence 000b CameraPositionGroupSequence 000c IncludesInformation
    000d TimeOfFrameGroupSequence`,
  '0038': `
    0004 ReferencedPatientAliasSequence 0008 VisitStatusID 0010 AdmissionID 0011 IssuerOfAdmissionID
    0014 IssuerOfAdmissionIDSequence 0016 RouteOfAdmissions 001a ScheduledAdmissionDate 001b ScheduledAdmissionTime
    001c ScheduledDischargeDate 001d ScheduledDischargeTime 001e ScheduledPatientInstitutionResidence 0020 AdmittingDate
    0021 AdmittingTime 0030 DischargeDate 0032 DischargeTime 0040 DischargeDiagnosisDescription
    0044 DischargeDiagnosisCodeSequence 0050 SpecialNeeds 0060 ServiceEpisodeID 0061 IssuerOfServiceEpisodeID
    0062 ServiceEpisodeDescription 0064 IssuerOfServiceEpisodeIDSequence 0100 PertinentDocumentsSequence
    0101 PertinentResourcesSequence 0102 ResourceDescription 0300 CurrentPatientLocation 0400 PatientInstitutionResidence
    0500 PatientState 0502 PatientClinicalTrialParticipationSequence 4000 VisitComments`,
  '003a': `
    0004 WaveformOriginality 0005 NumberOfWaveformChannels 0010 NumberOfWaveformSamples 001a SamplingFrequency
    0020 MultiplexGroupLabel 0200 ChannelDefinitionSequence 0202 WaveformChannelNumber 0203 ChannelLabel 0205 ChannelStatus
    0208 ChannelSourceSequence 0209 ChannelSourceModifiersSequence 020a SourceWaveformSequence
    020c ChannelDerivationDescription 0210 ChannelSensitivity 0211 ChannelSensitivityUnitsSequence
    0212 ChannelSensitivityCorrectionFactor 0213 ChannelBaseline 0214 ChannelTimeSkew 0215 ChannelSampleSkew
    0218 ChannelOffset 021a WaveformBitsStored 0220 FilterLowFrequency 0221 FilterHighFrequency 0222 NotchFilterFrequency
    0223 NotchFilterBandwidth 0230 WaveformDataDisplayScale 0231 WaveformDisplayBackgroundCIELabValue
    0240 WaveformPresentationGroupSequence 0241 PresentationGroupNumber 0242 ChannelDisplaySequence
    0244 ChannelRecommendedDisplayCIELabValue 0245 ChannelPosition 0246 DisplayShadingFlag
    0247 FractionalChannelDisplayScale 0248 AbsoluteChannelDisplayScale 0300 MultiplexedAudioChannelsDescriptionCodeSequence
    0301 ChannelIdentificationCode 0302 ChannelMode 0310 MultiplexGroupUID 0311 PowerlineFrequency
    0312 ChannelImpedanceSequence 0313 ImpedanceValue 0314 ImpedanceMeasurementDateTime 0315 ImpedanceMeasurementFrequency
    0316 ImpedanceMeasurementCurrentType`,
  '0040': `
    0001 ScheduledStationAETitle 0002 ScheduledProcedureStepStartDate 0003 ScheduledProcedureStepStartTime
    0004 ScheduledProcedureStepEndDate 0005 ScheduledProcedureStepEndTime 0006 ScheduledPerformingPhysicianName
    0007 ScheduledProcedureStepDescription 0008 ScheduledProtocolCodeSequence 0009 ScheduledProcedureStepID
    000a StageCodeSequence 000b ScheduledPerformingPhysicianIdentificationSequence 0010 ScheduledStationName
    0011 ScheduledProcedureStepLocation 0012 PreMedication 0020 ScheduledProcedureStepStatus
    0026 OrderPlacerIdentifierSequence 0027 OrderFillerIdentifierSequence 0031 LocalNamespaceEntityID 0032 UniversalEntityID
    0033 UniversalEntityIDType 0035 IdentifierTypeCode 0036 AssigningFacilitySequence 0039 AssigningJurisdictionCodeSequence
    003a AssigningAgencyOrDepartmentCodeSequence 0100 ScheduledProcedureStepSequence
    0220 ReferencedNonImageCompositeSOPInstanceSequence 0241 PerformedStationAETitle 0242 PerformedStationName
    0243 PerformedLocation 0244 PerformedProcedureStepStartDate 0245 PerformedProcedureStepStartTime
    0250 PerformedProcedureStepEndDate 0251 PerformedProcedureStepEndTime 0252 PerformedProcedureStepStatus
    0253 PerformedProcedureStepID 0254 PerformedProcedureStepDescription 0255 PerformedProcedureTypeDescription
    0260 PerformedProtocolCodeSequence 0261 PerformedProtocolType 0270 ScheduledStepAttributesSequence
    0275 RequestAttributesSequence 0280 CommentsOnThePerformedProcedureStep
    0281 PerformedProcedureStepDiscontinuationReasonCodeSequence 0293 QuantitySequence 0294 Quantity
    0295 MeasuringUnitsSequence 0296 BillingItemSequence 0300 TotalTimeOfFluoroscopy 0301 TotalNumberOfExposures
    0302 EntranceDose 0303 ExposedArea 0306 DistanceSourceToEntrance 0307 DistanceSourceToSupport 030e ExposureDoseSequence
    0310 CommentsOnRadiationDose 0312 XRayOutput 0314 HalfValueLayer 0316 OrganDose 0318 OrganExposed
    0320 BillingProcedureStepSequence 0321 FilmConsumptionSequence 0324 BillingSuppliesAndDevicesSequence
    0330 ReferencedProcedureStepSequence 0340 PerformedSeriesSequence 0400 CommentsOnTheScheduledProcedureStep
    0440 ProtocolContextSequence 0441 ContentItemModifierSequence 0500 ScheduledSpecimenSequence
    050a SpecimenAccessionNumber 0512 ContainerIdentifier 0513 IssuerOfTheContainerIdentifierSequence
    0515 AlternateContainerIdentifierSequence 0518 ContainerTypeCodeSequence 051a ContainerDescription
    0520 ContainerComponentSequence 0550 SpecimenSequence 0551 SpecimenIdentifier 0552 SpecimenDescriptionSequenceTrial
    0553 SpecimenDescriptionTrial 0554 SpecimenUID 0555 AcquisitionContextSequence 0556 AcquisitionContextDescription
    0560 SpecimenDescriptionSequence 0562 IssuerOfTheSpecimenIdentifierSequence 059a SpecimenTypeCodeSequence
    0600 SpecimenShortDescription 0602 SpecimenDetailedDescription 0610 SpecimenPreparationSequence
    0612 SpecimenPreparationStepContentItemSequence 0620 SpecimenLocalizationContentItemSequence 06fa SlideIdentifier
    0710 WholeSlideMicroscopyImageFrameTypeSequence 071a ImageCenterPointCoordinatesSequence
    072a XOffsetInSlideCoordinateSystem 073a YOffsetInSlideCoordinateSystem 074a ZOffsetInSlideCoordinateSystem
    08d8 PixelSpacingSequence 08da CoordinateSystemAxisCodeSequence 08ea MeasurementUnitsCodeSequence
    09f8 VitalStainCodeSequenceTrial 1001 RequestedProcedureID 1002 ReasonForTheRequestedProcedure
    1003 RequestedProcedurePriority 1004 PatientTransportArrangements 1005 RequestedProcedureLocation
    1006 PlacerOrderNumberProcedure 1007 FillerOrderNumberProcedure 1008 ConfidentialityCode 1009 ReportingPriority
    100a ReasonForRequestedProcedureCodeSequence 1010 NamesOfIntendedRecipientsOfResults
    1011 IntendedRecipientsOfResultsIdentificationSequence 1012 ReasonForPerformedProcedureCodeSequence
    1060 RequestedProcedureDescriptionTrial 1101 PersonIdentificationCodeSequence 1102 PersonAddress
    1103 PersonTelephoneNumbers 1104 PersonTelecomInformation 1400 RequestedProcedureComments
    2001 ReasonForTheImagingServiceRequest 2004 IssueDateOfImagingServiceRequest 2005 IssueTimeOfImagingServiceRequest
    2006 PlacerOrderNumberImagingServiceRequestRetired 2007 FillerOrderNumberImagingServiceRequestRetired
    2008 OrderEnteredBy 2009 OrderEntererLocation 2010 OrderCallbackPhoneNumber 2011 OrderCallbackTelecomInformation
    2016 PlacerOrderNumberImagingServiceRequest 2017 FillerOrderNumberImagingServiceRequest
    2400 ImagingServiceRequestComments 3001 ConfidentialityConstraintOnPatientDataDescription
    4001 GeneralPurposeScheduledProcedureStepStatus 4002 GeneralPurposePerformedProcedureStepStatus
    4003 GeneralPurposeScheduledProcedureStepPriority 4004 ScheduledProcessingApplicationsCodeSequence
    4005 ScheduledProcedureStepStartDateTime 4006 MultipleCopiesFlag 4007 PerformedProcessingApplicationsCodeSequence
    4008 ScheduledProcedureStepExpirationDateTime 4009 HumanPerformerCodeSequence
    4010 ScheduledProcedureStepModificationDateTime 4011 ExpectedCompletionDateTime
    4015 ResultingGeneralPurposePerformedProcedureStepsSequence 4016 ReferencedGeneralPurposeScheduledProcedureStepSequence
    4018 ScheduledWorkitemCodeSequence 4019 PerformedWorkitemCodeSequence 4020 InputAvailabilityFlag
    4021 InputInformationSequence 4022 RelevantInformationSequence
    4023 ReferencedGeneralPurposeScheduledProcedureStepTransactionUID 4025 ScheduledStationNameCodeSequence
    4026 ScheduledStationClassCodeSequence 4027 ScheduledStationGeographicLocationCodeSequence
    4028 PerformedStationNameCodeSequence 4029 PerformedStationClassCodeSequence
    4030 PerformedStationGeographicLocationCodeSequence 4031 RequestedSubsequentWorkitemCodeSequence
    4032 NonDICOMOutputCodeSequence 4033 OutputInformationSequence 4034 ScheduledHumanPerformersSequence
    4035 ActualHumanPerformersSequence 4036 HumanPerformerOrganization 4037 HumanPerformerName 4040 RawDataHandling
    4041 InputReadinessState 4050 PerformedProcedureStepStartDateTime 4051 PerformedProcedureStepEndDateTime
    4052 ProcedureStepCancellationDateTime 4070 OutputDestinationSequence 4071 DICOMStorageSequence
    4072 STOWRSStorageSequence 4073 StorageURL 4074 XDSStorageSequence 8302 EntranceDoseInmGy 8303 EntranceDoseDerivation
    9092 ParametricMapFrameTypeSequence 9094 ReferencedImageRealWorldValueMappingSequence 9096 RealWorldValueMappingSequence
    9098 PixelValueMappingCodeSequence 9210 LUTLabel 9211 RealWorldValueLastValueMapped 9212 RealWorldValueLUTData
    9213 DoubleFloatRealWorldValueLastValueMapped 9214 DoubleFloatRealWorldValueFirstValueMapped
    9216 RealWorldValueFirstValueMapped 9220 QuantityDefinitionSequence 9224 RealWorldValueIntercept
    9225 RealWorldValueSlope a007 FindingsFlagTrial a010 RelationshipType a020 FindingsSequenceTrial
    a021 FindingsGroupUIDTrial a022 ReferencedFindingsGroupUIDTrial a023 FindingsGroupRecordingDateTrial
    a024 FindingsGroupRecordingTimeTrial a026 FindingsSourceCategoryCodeSequenceTrial a027 VerifyingOrganization
    a028 DocumentingOrganizationIdentifierCodeSequenceTrial a030 VerificationDateTime a032 ObservationDateTime
    a033 ObservationStartDateTime a040 ValueType a043 ConceptNameCodeSequence a047 MeasurementPrecisionDescriptionTrial
    a050 ContinuityOfContent a057 UrgencyOrPriorityAlertsTrial a060 SequencingIndicatorTrial
    a066 DocumentIdentifierCodeSequenceTrial a067 DocumentAuthorTrial a068 DocumentAuthorIdentifierCodeSequenceTrial
    a070 IdentifierCodeSequenceTrial a073 VerifyingObserverSequence a074 ObjectBinaryIdentifierTrial
    a075 VerifyingObserverName a076 DocumentingObserverIdentifierCodeSequenceTrial a078 AuthorObserverSequence
    a07a ParticipantSequence a07c CustodialOrganizationSequence a080 ParticipationType a082 ParticipationDateTime
    a084 ObserverType a085 ProcedureIdentifierCodeSequenceTrial a088 VerifyingObserverIdentificationCodeSequence
    a089 ObjectDirectoryBinaryIdentifierTrial a090 EquivalentCDADocumentSequence a0b0 ReferencedWaveformChannels
    a110 DateOfDocumentOrVerbalTransactionTrial a112 TimeOfDocumentCreationOrVerbalTransactionTrial a120 DateTime a121 Date
    a122 Time a123 PersonName a124 UID a125 ReportStatusIDTrial a130 TemporalRangeType a132 ReferencedSamplePositions
    a136 ReferencedFrameNumbers a138 ReferencedTimeOffsets a13a ReferencedDateTime a160 TextValue a161 FloatingPointValue
    a162 RationalNumeratorValue a163 RationalDenominatorValue a167 ObservationCategoryCodeSequenceTrial
    a168 ConceptCodeSequence a16a BibliographicCitationTrial a170 PurposeOfReferenceCodeSequence a171 ObservationUID
    a172 ReferencedObservationUIDTrial a173 ReferencedObservationClassTrial a174 ReferencedObjectObservationClassTrial
    a180 AnnotationGroupNumber a192 ObservationDateTrial a193 ObservationTimeTrial a194 MeasurementAutomationTrial
    a195 ModifierCodeSequence a224 IdentificationDescriptionTrial a290 CoordinatesSetGeometricTypeTrial
    a296 AlgorithmCodeSequenceTrial a297 AlgorithmDescriptionTrial a29a PixelCoordinatesSetTrial a300 MeasuredValueSequence
    a301 NumericValueQualifierCodeSequence a307 CurrentObserverTrial a30a NumericValue a313 ReferencedAccessionSequenceTrial
    a33a ReportStatusCommentTrial a340 ProcedureContextSequenceTrial a352 VerbalSourceTrial a353 AddressTrial
    a354 TelephoneNumberTrial a358 VerbalSourceIdentifierCodeSequenceTrial a360 PredecessorDocumentsSequence
    a370 ReferencedRequestSequence a372 PerformedProcedureCodeSequence a375 CurrentRequestedProcedureEvidenceSequence
    a380 ReportDetailSequenceTrial a385 PertinentOtherEvidenceSequence a390 HL7StructuredDocumentReferenceSequence
    a402 ObservationSubjectUIDTrial a403 ObservationSubjectClassTrial a404 ObservationSubjectTypeCodeSequenceTrial
    a491 CompletionFlag a492 CompletionFlagDescription a493 VerificationFlag a494 ArchiveRequested a496 PreliminaryFlag
    a504 ContentTemplateSequence a525 IdenticalDocumentsSequence a600 ObservationSubjectContextFlagTrial
    a601 ObserverContextFlagTrial a603 ProcedureContextFlagTrial a730 ContentSequence a731 RelationshipSequenceTrial
    a732 RelationshipTypeCodeSequenceTrial a744 LanguageCodeSequenceTrial a801 TabulatedValuesSequence
    a802 NumberOfTableRows a803 NumberOfTableColumns a804 TableRowNumber a805 TableColumnNumber
    a806 TableRowDefinitionSequence a807 TableColumnDefinitionSequence a808 CellValuesSequence
    a992 UniformResourceLocatorTrial b020 WaveformAnnotationSequence db00 TemplateIdentifier db06 TemplateVersion
    db07 TemplateLocalVersion db0b TemplateExtensionFlag db0c TemplateExtensionOrganizationUID
    db0d TemplateExtensionCreatorUID db73 ReferencedContentItemIdentifier e001 HL7InstanceIdentifier
    e004 HL7DocumentEffectiveTime e006 HL7DocumentTypeCodeSequence e008 DocumentClassCodeSequence e010 RetrieveURI
    e011 RetrieveLocationUID e020 TypeOfInstances e021 DICOMRetrievalSequence e022 DICOMMediaRetrievalSequence
    e023 WADORetrievalSequence e024 XDSRetrievalSequence e025 WADORSRetrievalSequence e030 RepositoryUniqueID
    e031 HomeCommunityID`,
  '0042': `
    0010 DocumentTitle 0011 EncapsulatedDocument 0012 MIMETypeOfEncapsulatedDocument 0013 SourceInstanceSequence
    0014 ListOfMIMETypes 0015 EncapsulatedDocumentLength`,
  '0044': `
    0001 ProductPackageIdentifier 0002 SubstanceAdministrationApproval 0003 ApprovalStatusFurtherDescription
    0004 ApprovalStatusDateTime 0007 ProductTypeCodeSequence 0008 ProductName 0009 ProductDescription
    000a ProductLotIdentifier 000b ProductExpirationDateTime 0010 SubstanceAdministrationDateTime
    0011 SubstanceAdministrationNotes 0012 SubstanceAdministrationDeviceID 0013 ProductParameterSequence
    0019 SubstanceAdministrationParameterSequence 0100 ApprovalSequence 0101 AssertionCodeSequence 0102 AssertionUID
    0103 AsserterIdentificationSequence 0104 AssertionDateTime 0105 AssertionExpirationDateTime 0106 AssertionComments
    0107 RelatedAssertionSequence 0108 ReferencedAssertionUID 0109 ApprovalSubjectSequence
    010a OrganizationalRoleCodeSequence`,
  '0046': `
    0012 LensDescription 0014 RightLensSequence 0015 LeftLensSequence 0016 UnspecifiedLateralityLensSequence
    0018 CylinderSequence 0028 PrismSequence 0030 HorizontalPrismPower 0032 HorizontalPrismBase 0034 VerticalPrismPower
    0036 VerticalPrismBase 0038 LensSegmentType 0040 OpticalTransmittance 0042 ChannelWidth 0044 PupilSize 0046 CornealSize
    0047 CornealSizeSequence 0050 AutorefractionRightEyeSequence 0052 AutorefractionLeftEyeSequence
    0060 DistancePupillaryDistance 0062 NearPupillaryDistance 0063 IntermediatePupillaryDistance 0064 OtherPupillaryDistance
    0070 KeratometryRightEyeSequence 0071 KeratometryLeftEyeSequence 0074 SteepKeratometricAxisSequence
    0075 RadiusOfCurvature 0076 KeratometricPower 0077 KeratometricAxis 0080 FlatKeratometricAxisSequence
    0092 BackgroundColor 0094 Optotype 0095 OptotypePresentation 0097 SubjectiveRefractionRightEyeSequence
    0098 SubjectiveRefractionLeftEyeSequence 0100 AddNearSequence 0101 AddIntermediateSequence 0102 AddOtherSequence
    0104 AddPower 0106 ViewingDistance 0110 CorneaMeasurementsSequence 0111 SourceOfCorneaMeasurementDataCodeSequence
    0112 SteepCornealAxisSequence 0113 FlatCornealAxisSequence 0114 CornealPower 0115 CornealAxis
    0116 CorneaMeasurementMethodCodeSequence 0117 RefractiveIndexOfCornea 0118 RefractiveIndexOfAqueousHumor
    0121 VisualAcuityTypeCodeSequence 0122 VisualAcuityRightEyeSequence 0123 VisualAcuityLeftEyeSequence
    0124 VisualAcuityBothEyesOpenSequence 0125 ViewingDistanceType 0135 VisualAcuityModifiers 0137 DecimalVisualAcuity
    0139 OptotypeDetailedDefinition 0145 ReferencedRefractiveMeasurementsSequence 0146 SpherePower 0147 CylinderPower
    0201 CornealTopographySurface 0202 CornealVertexLocation 0203 PupilCentroidXCoordinate 0204 PupilCentroidYCoordinate
    0205 EquivalentPupilRadius 0207 CornealTopographyMapTypeCodeSequence 0208 VerticesOfTheOutlineOfPupil
    0210 CornealTopographyMappingNormalsSequence 0211 MaximumCornealCurvatureSequence 0212 MaximumCornealCurvature
    0213 MaximumCornealCurvatureLocation 0215 MinimumKeratometricSequence 0218 SimulatedKeratometricCylinderSequence
    0220 AverageCornealPower 0224 CornealISValue 0227 AnalyzedArea 0230 SurfaceRegularityIndex 0232 SurfaceAsymmetryIndex
    0234 CornealEccentricityIndex 0236 KeratoconusPredictionIndex 0238 DecimalPotentialVisualAcuity
    0242 CornealTopographyMapQualityEvaluation 0244 SourceImageCornealProcessedDataSequence 0247 CornealPointLocation
    0248 CornealPointEstimated 0249 AxialPower 0250 TangentialPower 0251 RefractivePower 0252 RelativeElevation
    0253 CornealWavefront`,
  '0048': `
    0001 ImagedVolumeWidth 0002 ImagedVolumeHeight 0003 ImagedVolumeDepth 0006 TotalPixelMatrixColumns
    0007 TotalPixelMatrixRows 0008 TotalPixelMatrixOriginSequence 0010 SpecimenLabelInImage 0011 FocusMethod
    0012 ExtendedDepthOfField 0013 NumberOfFocalPlanes 0014 DistanceBetweenFocalPlanes
    0015 RecommendedAbsentPixelCIELabValue 0100 IlluminatorTypeCodeSequence 0102 ImageOrientationSlide
    0105 OpticalPathSequence 0106 OpticalPathIdentifier 0107 OpticalPathDescription 0108 IlluminationColorCodeSequence
    0110 SpecimenReferenceSequence 0111 CondenserLensPower 0112 ObjectiveLensPower 0113 ObjectiveLensNumericalAperture
    0120 PaletteColorLookupTableSequence 0200 ReferencedImageNavigationSequence 0201 TopLeftHandCornerOfLocalizerArea
    0202 BottomRightHandCornerOfLocalizerArea 0207 OpticalPathIdentificationSequence 021a PlanePositionSlideSequence
    021e ColumnPositionInTotalImagePixelMatrix 021f RowPositionInTotalImagePixelMatrix 0301 PixelOriginInterpretation
    0302 NumberOfOpticalPaths 0303 TotalPixelMatrixFocalPlanes`,
  '0050': `
    0004 CalibrationImage 0010 DeviceSequence 0012 ContainerComponentTypeCodeSequence 0013 ContainerComponentThickness
    0014 DeviceLength 0015 ContainerComponentWidth 0016 DeviceDiameter 0017 DeviceDiameterUnits 0018 DeviceVolume
    0019 InterMarkerDistance 001a ContainerComponentMaterial 001b ContainerComponentID 001c ContainerComponentLength
    001d ContainerComponentDiameter 001e ContainerComponentDescription 0020 DeviceDescription 0021 LongDeviceDescription`,
  '0052': `
    0001 ContrastBolusIngredientPercentByVolume 0002 OCTFocalDistance 0003 BeamSpotSize 0004 EffectiveRefractiveIndex
    0006 OCTAcquisitionDomain 0007 OCTOpticalCenterWavelength 0008 AxialResolution 0009 RangingDepth 0011 ALineRate
    0012 ALinesPerFrame 0013 CatheterRotationalRate 0014 ALinePixelSpacing 0016 ModeOfPercutaneousAccessSequence
    0025 IntravascularOCTFrameTypeSequence 0026 OCTZOffsetApplied 0027 IntravascularFrameContentSequence
    0028 IntravascularLongitudinalDistance 0029 IntravascularOCTFrameContentSequence 0030 OCTZOffsetCorrection
    0031 CatheterDirectionOfRotation 0033 SeamLineLocation 0034 FirstALineLocation 0036 SeamLineIndex
    0038 NumberOfPaddedALines 0039 InterpolationType 003a RefractiveIndexApplied`,
  '0054': `
    0010 EnergyWindowVector 0011 NumberOfEnergyWindows 0012 EnergyWindowInformationSequence 0013 EnergyWindowRangeSequence
    0014 EnergyWindowLowerLimit 0015 EnergyWindowUpperLimit 0016 RadiopharmaceuticalInformationSequence
    0017 ResidualSyringeCounts 0018 EnergyWindowName 0020 DetectorVector 0021 NumberOfDetectors
    0022 DetectorInformationSequence 0030 PhaseVector 0031 NumberOfPhases 0032 PhaseInformationSequence
    0033 NumberOfFramesInPhase 0036 PhaseDelay 0038 PauseBetweenFrames 0039 PhaseDescription 0050 RotationVector
    0051 NumberOfRotations 0052 RotationInformationSequence 0053 NumberOfFramesInRotation 0060 RRIntervalVector
    0061 NumberOfRRIntervals 0062 GatedInformationSequence 0063 DataInformationSequence 0070 TimeSlotVector
    0071 NumberOfTimeSlots 0072 TimeSlotInformationSequence 0073 TimeSlotTime 0080 SliceVector 0081 NumberOfSlices
    0090 AngularViewVector 0100 TimeSliceVector 0101 NumberOfTimeSlices 0200 StartAngle 0202 TypeOfDetectorMotion
    0210 TriggerVector 0211 NumberOfTriggersInPhase 0220 ViewCodeSequence 0222 ViewModifierCodeSequence
    0300 RadionuclideCodeSequence 0302 AdministrationRouteCodeSequence 0304 RadiopharmaceuticalCodeSequence
    0306 CalibrationDataSequence 0308 EnergyWindowNumber 0400 ImageID 0410 PatientOrientationCodeSequence
    0412 PatientOrientationModifierCodeSequence 0414 PatientGantryRelationshipCodeSequence 0500 SliceProgressionDirection
    0501 ScanProgressionDirection 1000 SeriesType 1001 Units 1002 CountsSource 1004 ReprojectionMethod 1006 SUVType
    1100 RandomsCorrectionMethod 1101 AttenuationCorrectionMethod 1102 DecayCorrection 1103 ReconstructionMethod
    1104 DetectorLinesOfResponseUsed 1105 ScatterCorrectionMethod 1200 AxialAcceptance 1201 AxialMash 1202 TransverseMash
    1203 DetectorElementSize 1210 CoincidenceWindowWidth 1220 SecondaryCountsType 1300 FrameReferenceTime
    1310 PrimaryPromptsCountsAccumulated 1311 SecondaryCountsAccumulated 1320 SliceSensitivityFactor 1321 DecayFactor
    1322 DoseCalibrationFactor 1323 ScatterFractionFactor 1324 DeadTimeFactor 1330 ImageIndex 1400 CountsIncluded
    1401 DeadTimeCorrectionFlag`,
  '0060': `
    3000 HistogramSequence 3002 HistogramNumberOfBins 3004 HistogramFirstBinValue 3006 HistogramLastBinValue
    3008 HistogramBinWidth 3010 HistogramExplanation 3020 HistogramData`,
  '0062': `
    0001 SegmentationType 0002 SegmentSequence 0003 SegmentedPropertyCategoryCodeSequence 0004 SegmentNumber
    0005 SegmentLabel 0006 SegmentDescription 0007 SegmentationAlgorithmIdentificationSequence 0008 SegmentAlgorithmType
    0009 SegmentAlgorithmName 000a SegmentIdentificationSequence 000b ReferencedSegmentNumber
    000c RecommendedDisplayGrayscaleValue 000d RecommendedDisplayCIELabValue 000e MaximumFractionalValue
    000f SegmentedPropertyTypeCodeSequence 0010 SegmentationFractionalType 0011 SegmentedPropertyTypeModifierCodeSequence
    0012 UsedSegmentsSequence 0013 SegmentsOverlap 0020 TrackingID 0021 TrackingUID`,
  '0064': `
    0002 DeformableRegistrationSequence 0003 SourceFrameOfReferenceUID 0005 DeformableRegistrationGridSequence
    0007 GridDimensions 0008 GridResolution 0009 VectorGridData 000f PreDeformationMatrixRegistrationSequence
    0010 PostDeformationMatrixRegistrationSequence`,
  '0066': `
    0001 NumberOfSurfaces 0002 SurfaceSequence 0003 SurfaceNumber 0004 SurfaceComments 0009 SurfaceProcessing
    000a SurfaceProcessingRatio 000b SurfaceProcessingDescription 000c RecommendedPresentationOpacity
    000d RecommendedPresentationType 000e FiniteVolume 0010 Manifold 0011 SurfacePointsSequence
    0012 SurfacePointsNormalsSequence 0013 SurfaceMeshPrimitivesSequence 0015 NumberOfSurfacePoints
    0016 PointCoordinatesData 0017 PointPositionAccuracy 0018 MeanPointDistance 0019 MaximumPointDistance
    001a PointsBoundingBoxCoordinates 001b AxisOfRotation 001c CenterOfRotation 001e NumberOfVectors
    001f VectorDimensionality 0020 VectorAccuracy 0021 VectorCoordinateData 0022 DoublePointCoordinatesData
    0023 TrianglePointIndexList 0024 EdgePointIndexList 0025 VertexPointIndexList 0026 TriangleStripSequence
    0027 TriangleFanSequence 0028 LineSequence 0029 PrimitivePointIndexList 002a SurfaceCount 002b ReferencedSurfaceSequence
    002c ReferencedSurfaceNumber 002d SegmentSurfaceGenerationAlgorithmIdentificationSequence
    002e SegmentSurfaceSourceInstanceSequence 002f AlgorithmFamilyCodeSequence 0030 AlgorithmNameCodeSequence
    0031 AlgorithmVersion 0032 AlgorithmParameters 0034 FacetSequence 0035 SurfaceProcessingAlgorithmIdentificationSequence
    0036 AlgorithmName 0037 RecommendedPointRadius 0038 RecommendedLineThickness 0040 LongPrimitivePointIndexList
    0041 LongTrianglePointIndexList 0042 LongEdgePointIndexList 0043 LongVertexPointIndexList 0101 TrackSetSequence
    0102 TrackSequence 0103 RecommendedDisplayCIELabValueList 0104 TrackingAlgorithmIdentificationSequence
    0105 TrackSetNumber 0106 TrackSetLabel 0107 TrackSetDescription 0108 TrackSetAnatomicalTypeCodeSequence
    0121 MeasurementsSequence 0124 TrackSetStatisticsSequence 0125 FloatingPointValues 0129 TrackPointIndexList
    0130 TrackStatisticsSequence 0132 MeasurementValuesSequence 0133 DiffusionAcquisitionCodeSequence
    0134 DiffusionModelCodeSequence`,
  '0068': `
    6210 ImplantSize 6221 ImplantTemplateVersion 6222 ReplacedImplantTemplateSequence 6223 ImplantType
    6224 DerivationImplantTemplateSequence 6225 OriginalImplantTemplateSequence 6226 EffectiveDateTime
    6230 ImplantTargetAnatomySequence 6260 InformationFromManufacturerSequence 6265 NotificationFromManufacturerSequence
    6270 InformationIssueDateTime 6280 InformationSummary 62a0 ImplantRegulatoryDisapprovalCodeSequence
    62a5 OverallTemplateSpatialTolerance 62c0 HPGLDocumentSequence 62d0 HPGLDocumentID 62d5 HPGLDocumentLabel
    62e0 ViewOrientationCodeSequence 62f0 ViewOrientationModifierCodeSequence 62f2 HPGLDocumentScaling 6300 HPGLDocument
    6310 HPGLContourPenNumber 6320 HPGLPenSequence 6330 HPGLPenNumber 6340 HPGLPenLabel 6345 HPGLPenDescription
    6346 RecommendedRotationPoint 6347 BoundingRectangle 6350 ImplantTemplate3DModelSurfaceNumber
    6360 SurfaceModelDescriptionSequence 6380 SurfaceModelLabel 6390 SurfaceModelScalingFactor 63a0 MaterialsCodeSequence
    63a4 CoatingMaterialsCodeSequence 63a8 ImplantTypeCodeSequence 63ac FixationMethodCodeSequence
    63b0 MatingFeatureSetsSequence 63c0 MatingFeatureSetID 63d0 MatingFeatureSetLabel 63e0 MatingFeatureSequence
    63f0 MatingFeatureID 6400 MatingFeatureDegreeOfFreedomSequence 6410 DegreeOfFreedomID 6420 DegreeOfFreedomType
    6430 TwoDMatingFeatureCoordinatesSequence 6440 ReferencedHPGLDocumentID 6450 TwoDMatingPoint 6460 TwoDMatingAxes
    6470 TwoDDegreeOfFreedomSequence 6490 ThreeDDegreeOfFreedomAxis 64a0 RangeOfFreedom 64c0 ThreeDMatingPoint
    64d0 ThreeDMatingAxes 64f0 TwoDDegreeOfFreedomAxis 6500 PlanningLandmarkPointSequence 6510 PlanningLandmarkLineSequence
    6520 PlanningLandmarkPlaneSequence 6530 PlanningLandmarkID 6540 PlanningLandmarkDescription
    6545 PlanningLandmarkIdentificationCodeSequence 6550 TwoDPointCoordinatesSequence 6560 TwoDPointCoordinates
    6590 ThreeDPointCoordinates 65a0 TwoDLineCoordinatesSequence 65b0 TwoDLineCoordinates 65d0 ThreeDLineCoordinates
    65e0 TwoDPlaneCoordinatesSequence 65f0 TwoDPlaneIntersection 6610 ThreeDPlaneOrigin 6620 ThreeDPlaneNormal
    7001 ModelModification 7002 ModelMirroring 7003 ModelUsageCodeSequence 7004 ModelGroupUID
    7005 RelativeURIReferenceWithinEncapsulatedDocument`,
  '006a': `
    0001 AnnotationCoordinateType 0002 AnnotationGroupSequence 0003 AnnotationGroupUID 0005 AnnotationGroupLabel
    0006 AnnotationGroupDescription 0007 AnnotationGroupGenerationType 0008 AnnotationGroupAlgorithmIdentificationSequence
    0009 AnnotationPropertyCategoryCodeSequence 000a AnnotationPropertyTypeCodeSequence
    000b AnnotationPropertyTypeModifierCodeSequence 000c NumberOfAnnotations 000d AnnotationAppliesToAllOpticalPaths
    000e ReferencedOpticalPathIdentifier 000f AnnotationAppliesToAllZPlanes 0010 CommonZCoordinateValue
    0011 AnnotationIndexList`,
  '0070': `
    0001 GraphicAnnotationSequence 0002 GraphicLayer 0003 BoundingBoxAnnotationUnits 0004 AnchorPointAnnotationUnits
    0005 GraphicAnnotationUnits 0006 UnformattedTextValue 0008 TextObjectSequence 0009 GraphicObjectSequence
    0010 BoundingBoxTopLeftHandCorner 0011 BoundingBoxBottomRightHandCorner 0012 BoundingBoxTextHorizontalJustification
    0014 AnchorPoint 0015 AnchorPointVisibility 0020 GraphicDimensions 0021 NumberOfGraphicPoints 0022 GraphicData
    0023 GraphicType 0024 GraphicFilled 0040 ImageRotationRetired 0041 ImageHorizontalFlip 0042 ImageRotation
    0050 DisplayedAreaTopLeftHandCornerTrial 0051 DisplayedAreaBottomRightHandCornerTrial
    0052 DisplayedAreaTopLeftHandCorner 0053 DisplayedAreaBottomRightHandCorner 005a DisplayedAreaSelectionSequence
    0060 GraphicLayerSequence 0062 GraphicLayerOrder 0066 GraphicLayerRecommendedDisplayGrayscaleValue
    0067 GraphicLayerRecommendedDisplayRGBValue 0068 GraphicLayerDescription 0080 ContentLabel 0081 ContentDescription
    0082 PresentationCreationDate 0083 PresentationCreationTime 0084 ContentCreatorName
    0086 ContentCreatorIdentificationCodeSequence 0087 AlternateContentDescriptionSequence 0100 PresentationSizeMode
    0101 PresentationPixelSpacing 0102 PresentationPixelAspectRatio 0103 PresentationPixelMagnificationRatio
    0207 GraphicGroupLabel 0208 GraphicGroupDescription 0209 CompoundGraphicSequence 0226 CompoundGraphicInstanceID
    0227 FontName 0228 FontNameType 0229 CSSFontName 0230 RotationAngle 0231 TextStyleSequence 0232 LineStyleSequence
    0233 FillStyleSequence 0234 GraphicGroupSequence 0241 TextColorCIELabValue 0242 HorizontalAlignment
    0243 VerticalAlignment 0244 ShadowStyle 0245 ShadowOffsetX 0246 ShadowOffsetY 0247 ShadowColorCIELabValue
    0248 Underlined 0249 Bold 0250 Italic 0251 PatternOnColorCIELabValue 0252 PatternOffColorCIELabValue 0253 LineThickness
    0254 LineDashingStyle 0255 LinePattern 0256 FillPattern 0257 FillMode 0258 ShadowOpacity 0261 GapLength
    0262 DiameterOfVisibility 0273 RotationPoint 0274 TickAlignment 0278 ShowTickLabel 0279 TickLabelAlignment
    0282 CompoundGraphicUnits 0284 PatternOnOpacity 0285 PatternOffOpacity 0287 MajorTicksSequence 0288 TickPosition
    0289 TickLabel 0294 CompoundGraphicType 0295 GraphicGroupID 0306 ShapeType 0308 RegistrationSequence
    0309 MatrixRegistrationSequence 030a MatrixSequence 030b FrameOfReferenceToDisplayedCoordinateSystemTransformationMatrix
    030c FrameOfReferenceTransformationMatrixType 030d RegistrationTypeCodeSequence 030f FiducialDescription
    0310 FiducialIdentifier 0311 FiducialIdentifierCodeSequence 0312 ContourUncertaintyRadius 0314 UsedFiducialsSequence
    0318 GraphicCoordinatesDataSequence 031a FiducialUID 031b ReferencedFiducialUID 031c FiducialSetSequence
    031e FiducialSequence 031f FiducialsPropertyCategoryCodeSequence 0401 GraphicLayerRecommendedDisplayCIELabValue
    0402 BlendingSequence 0403 RelativeOpacity 0404 ReferencedSpatialRegistrationSequence 0405 BlendingPosition
    1101 PresentationDisplayCollectionUID 1102 PresentationSequenceCollectionUID 1103 PresentationSequencePositionIndex
    1104 RenderedImageReferenceSequence 1201 VolumetricPresentationStateInputSequence 1202 PresentationInputType
    1203 InputSequencePositionIndex 1204 Crop 1205 CroppingSpecificationIndex 1206 CompositingMethod
    1207 VolumetricPresentationInputNumber 1208 ImageVolumeGeometry 1209 VolumetricPresentationInputSetUID
    120a VolumetricPresentationInputSetSequence 120b GlobalCrop 120c GlobalCroppingSpecificationIndex 120d RenderingMethod
    1301 VolumeCroppingSequence 1302 VolumeCroppingMethod 1303 BoundingBoxCrop 1304 ObliqueCroppingPlaneSequence 1305 Plane
    1306 PlaneNormal 1309 CroppingSpecificationNumber 1501 MultiPlanarReconstructionStyle 1502 MPRThicknessType
    1503 MPRSlabThickness 1505 MPRTopLeftHandCorner 1507 MPRViewWidthDirection 1508 MPRViewWidth
    150c NumberOfVolumetricCurvePoints 150d VolumetricCurvePoints 1511 MPRViewHeightDirection 1512 MPRViewHeight
    1602 RenderProjection 1603 ViewpointPosition 1604 ViewpointLookAtPoint 1605 ViewpointUpDirection 1606 RenderFieldOfView
    1607 SamplingStepSize 1701 ShadingStyle 1702 AmbientReflectionIntensity 1703 LightDirection
    1704 DiffuseReflectionIntensity 1705 SpecularReflectionIntensity 1706 Shininess
    1801 PresentationStateClassificationComponentSequence 1802 ComponentType 1803 ComponentInputSequence
    1804 VolumetricPresentationInputIndex 1805 PresentationStateCompositorComponentSequence
    1806 WeightingTransferFunctionSequence 1807 WeightingLookupTableDescriptor 1808 WeightingLookupTableData
    1901 VolumetricAnnotationSequence 1903 ReferencedStructuredContextSequence 1904 ReferencedContentItem
    1905 VolumetricPresentationInputAnnotationSequence 1907 AnnotationClipping 1a01 PresentationAnimationStyle
    1a03 RecommendedAnimationRate 1a04 AnimationCurveSequence 1a05 AnimationStepSize 1a06 SwivelRange
    1a07 VolumetricCurveUpDirections 1a08 VolumeStreamSequence 1a09 RGBATransferFunctionDescription
    1b01 AdvancedBlendingSequence 1b02 BlendingInputNumber 1b03 BlendingDisplayInputSequence 1b04 BlendingDisplaySequence
    1b06 BlendingMode 1b07 TimeSeriesBlending 1b08 GeometryForDisplay 1b11 ThresholdSequence 1b12 ThresholdValueSequence
    1b13 ThresholdType 1b14 ThresholdValue`,
  '0072': `
    0002 HangingProtocolName 0004 HangingProtocolDescription 0006 HangingProtocolLevel 0008 HangingProtocolCreator
    000a HangingProtocolCreationDateTime 000c HangingProtocolDefinitionSequence
    000e HangingProtocolUserIdentificationCodeSequence 0010 HangingProtocolUserGroupName 0012 SourceHangingProtocolSequence
    0014 NumberOfPriorsReferenced 0020 ImageSetsSequence 0022 ImageSetSelectorSequence 0024 ImageSetSelectorUsageFlag
    0026 SelectorAttribute 0028 SelectorValueNumber 0030 TimeBasedImageSetsSequence 0032 ImageSetNumber
    0034 ImageSetSelectorCategory 0038 RelativeTime 003a RelativeTimeUnits 003c AbstractPriorValue
    003e AbstractPriorCodeSequence 0040 ImageSetLabel 0050 SelectorAttributeVR 0052 SelectorSequencePointer
    0054 SelectorSequencePointerPrivateCreator 0056 SelectorAttributePrivateCreator 005e SelectorAEValue
    005f SelectorASValue 0060 SelectorATValue 0061 SelectorDAValue 0062 SelectorCSValue 0063 SelectorDTValue
    0064 SelectorISValue 0065 SelectorOBValue 0066 SelectorLOValue 0067 SelectorOFValue 0068 SelectorLTValue
    0069 SelectorOWValue 006a SelectorPNValue 006b SelectorTMValue 006c SelectorSHValue 006d SelectorUNValue
    006e SelectorSTValue 006f SelectorUCValue 0070 SelectorUTValue 0071 SelectorURValue 0072 SelectorDSValue
    0073 SelectorODValue 0074 SelectorFDValue 0075 SelectorOLValue 0076 SelectorFLValue 0078 SelectorULValue
    007a SelectorUSValue 007c SelectorSLValue 007e SelectorSSValue 007f SelectorUIValue 0080 SelectorCodeSequenceValue
    0081 SelectorOVValue 0082 SelectorSVValue 0083 SelectorUVValue 0100 NumberOfScreens 0102 NominalScreenDefinitionSequence
    0104 NumberOfVerticalPixels 0106 NumberOfHorizontalPixels 0108 DisplayEnvironmentSpatialPosition
    010a ScreenMinimumGrayscaleBitDepth 010c ScreenMinimumColorBitDepth 010e ApplicationMaximumRepaintTime
    0200 DisplaySetsSequence 0202 DisplaySetNumber 0203 DisplaySetLabel 0204 DisplaySetPresentationGroup
    0206 DisplaySetPresentationGroupDescription 0208 PartialDataDisplayHandling 0210 SynchronizedScrollingSequence
    0212 DisplaySetScrollingGroup 0214 NavigationIndicatorSequence 0216 NavigationDisplaySet 0218 ReferenceDisplaySets
    0300 ImageBoxesSequence 0302 ImageBoxNumber 0304 ImageBoxLayoutType 0306 ImageBoxTileHorizontalDimension
    0308 ImageBoxTileVerticalDimension 0310 ImageBoxScrollDirection 0312 ImageBoxSmallScrollType
    0314 ImageBoxSmallScrollAmount 0316 ImageBoxLargeScrollType 0318 ImageBoxLargeScrollAmount 0320 ImageBoxOverlapPriority
    0330 CineRelativeToRealTime 0400 FilterOperationsSequence 0402 FilterByCategory 0404 FilterByAttributePresence
    0406 FilterByOperator 0420 StructuredDisplayBackgroundCIELabValue 0421 EmptyImageBoxCIELabValue
    0422 StructuredDisplayImageBoxSequence 0424 StructuredDisplayTextBoxSequence 0427 ReferencedFirstFrameSequence
    0430 ImageBoxSynchronizationSequence 0432 SynchronizedImageBoxList 0434 TypeOfSynchronization 0500 BlendingOperationType
    0510 ReformattingOperationType 0512 ReformattingThickness 0514 ReformattingInterval
    0516 ReformattingOperationInitialViewDirection 0520 ThreeDRenderingType 0600 SortingOperationsSequence
    0602 SortByCategory 0604 SortingDirection 0700 DisplaySetPatientOrientation 0702 VOIType 0704 PseudoColorType
    0705 PseudoColorPaletteInstanceReferenceSequence 0706 ShowGrayscaleInverted 0710 ShowImageTrueSizeFlag
    0712 ShowGraphicAnnotationFlag 0714 ShowPatientDemographicsFlag 0716 ShowAcquisitionTechniquesFlag
    0717 DisplaySetHorizontalJustification 0718 DisplaySetVerticalJustification`,
  '0074': `
    0120 ContinuationStartMeterset 0121 ContinuationEndMeterset 1000 ProcedureStepState
    1002 ProcedureStepProgressInformationSequence 1004 ProcedureStepProgress 1006 ProcedureStepProgressDescription
    1007 ProcedureStepProgressParametersSequence 1008 ProcedureStepCommunicationsURISequence 100a ContactURI
    100c ContactDisplayName 100e ProcedureStepDiscontinuationReasonCodeSequence 1020 BeamTaskSequence 1022 BeamTaskType
    1024 BeamOrderIndexTrial 1025 AutosequenceFlag 1026 TableTopVerticalAdjustedPosition
    1027 TableTopLongitudinalAdjustedPosition 1028 TableTopLateralAdjustedPosition 102a PatientSupportAdjustedAngle
    102b TableTopEccentricAdjustedAngle 102c TableTopPitchAdjustedAngle 102d TableTopRollAdjustedAngle
    1030 DeliveryVerificationImageSequence 1032 VerificationImageTiming 1034 DoubleExposureFlag 1036 DoubleExposureOrdering
    1038 DoubleExposureMetersetTrial 103a DoubleExposureFieldDeltaTrial 1040 RelatedReferenceRTImageSequence
    1042 GeneralMachineVerificationSequence 1044 ConventionalMachineVerificationSequence 1046 IonMachineVerificationSequence
    1048 FailedAttributesSequence 104a OverriddenAttributesSequence 104c ConventionalControlPointVerificationSequence
    104e IonControlPointVerificationSequence 1050 AttributeOccurrenceSequence 1052 AttributeOccurrencePointer
    1054 AttributeItemSelector 1056 AttributeOccurrencePrivateCreator 1057 SelectorSequencePointerItems
    1200 ScheduledProcedureStepPriority 1202 WorklistLabel 1204 ProcedureStepLabel
    1210 ScheduledProcessingParametersSequence 1212 PerformedProcessingParametersSequence
    1216 UnifiedProcedureStepPerformedProcedureSequence 1220 RelatedProcedureStepSequence 1222 ProcedureStepRelationshipType
    1224 ReplacedProcedureStepSequence 1230 DeletionLock 1234 ReceivingAE 1236 RequestingAE 1238 ReasonForCancellation
    1242 SCPStatus 1244 SubscriptionListStatus 1246 UnifiedProcedureStepListStatus 1324 BeamOrderIndex
    1338 DoubleExposureMeterset 133a DoubleExposureFieldDelta 1401 BrachyTaskSequence
    1402 ContinuationStartTotalReferenceAirKerma 1403 ContinuationEndTotalReferenceAirKerma 1404 ContinuationPulseNumber
    1405 ChannelDeliveryOrderSequence 1406 ReferencedChannelNumber 1407 StartCumulativeTimeWeight
    1408 EndCumulativeTimeWeight 1409 OmittedChannelSequence 140a ReasonForChannelOmission
    140b ReasonForChannelOmissionDescription 140c ChannelDeliveryOrderIndex 140d ChannelDeliveryContinuationSequence
    140e OmittedApplicationSetupSequence`,
  '0076': `
    0001 ImplantAssemblyTemplateName 0003 ImplantAssemblyTemplateIssuer 0006 ImplantAssemblyTemplateVersion
    0008 ReplacedImplantAssemblyTemplateSequence 000a ImplantAssemblyTemplateType
    000c OriginalImplantAssemblyTemplateSequence 000e DerivationImplantAssemblyTemplateSequence
    0010 ImplantAssemblyTemplateTargetAnatomySequence 0020 ProcedureTypeCodeSequence 0030 SurgicalTechnique
    0032 ComponentTypesSequence 0034 ComponentTypeCodeSequence 0036 ExclusiveComponentType 0038 MandatoryComponentType
    0040 ComponentSequence 0055 ComponentID 0060 ComponentAssemblySequence 0070 Component1ReferencedID
    0080 Component1ReferencedMatingFeatureSetID 0090 Component1ReferencedMatingFeatureID 00a0 Component2ReferencedID
    00b0 Component2ReferencedMatingFeatureSetID 00c0 Component2ReferencedMatingFeatureID`,
  '0078': `
    0001 ImplantTemplateGroupName 0010 ImplantTemplateGroupDescription 0020 ImplantTemplateGroupIssuer
    0024 ImplantTemplateGroupVersion 0026 ReplacedImplantTemplateGroupSequence
    0028 ImplantTemplateGroupTargetAnatomySequence 002a ImplantTemplateGroupMembersSequence
    002e ImplantTemplateGroupMemberID 0050 ThreeDImplantTemplateGroupMemberMatchingPoint
    0060 ThreeDImplantTemplateGroupMemberMatchingAxes 0070 ImplantTemplateGroupMemberMatching2DCoordinatesSequence
    0090 TwoDImplantTemplateGroupMemberMatchingPoint 00a0 TwoDImplantTemplateGroupMemberMatchingAxes
    00b0 ImplantTemplateGroupVariationDimensionSequence 00b2 ImplantTemplateGroupVariationDimensionName
    00b4 ImplantTemplateGroupVariationDimensionRankSequence 00b6 ReferencedImplantTemplateGroupMemberID
    00b8 ImplantTemplateGroupVariationDimensionRank`,
  '0080': `
    0001 SurfaceScanAcquisitionTypeCodeSequence 0002 SurfaceScanModeCodeSequence 0003 RegistrationMethodCodeSequence
    0004 ShotDurationTime 0005 ShotOffsetTime 0006 SurfacePointPresentationValueData 0007 SurfacePointColorCIELabValueData
    0008 UVMappingSequence 0009 TextureLabel 0010 UValueData 0011 VValueData 0012 ReferencedTextureSequence
    0013 ReferencedSurfaceDataSequence`,
  '0082': `
    0001 AssessmentSummary 0003 AssessmentSummaryDescription 0004 AssessedSOPInstanceSequence
    0005 ReferencedComparisonSOPInstanceSequence 0006 NumberOfAssessmentObservations 0007 AssessmentObservationsSequence
    0008 ObservationSignificance 000a ObservationDescription 000c StructuredConstraintObservationSequence
    0010 AssessedAttributeValueSequence 0016 AssessmentSetID 0017 AssessmentRequesterSequence 0018 SelectorAttributeName
    0019 SelectorAttributeKeyword 0021 AssessmentTypeCodeSequence 0022 ObservationBasisCodeSequence 0023 AssessmentLabel
    0032 ConstraintType 0033 SpecificationSelectionGuidance 0034 ConstraintValueSequence
    0035 RecommendedDefaultValueSequence 0036 ConstraintViolationSignificance 0037 ConstraintViolationCondition
    0038 ModifiableConstraintFlag`,
  '0088': `
    0130 StorageMediaFileSetID 0140 StorageMediaFileSetUID 0200 IconImageSequence 0904 TopicTitle 0906 TopicSubject
    0910 TopicAuthor 0912 TopicKeywords`,
  '0100': `
    0410 SOPInstanceStatus 0420 SOPAuthorizationDateTime 0424 SOPAuthorizationComment
    0426 AuthorizationEquipmentCertificationNumber`,
  '0400': `
    0005 MACIDNumber 0010 MACCalculationTransferSyntaxUID 0015 MACAlgorithm 0020 DataElementsSigned 0100 DigitalSignatureUID
    0105 DigitalSignatureDateTime 0110 CertificateType 0115 CertificateOfSigner 0120 Signature 0305 CertifiedTimestampType
    0310 CertifiedTimestamp 0401 DigitalSignaturePurposeCodeSequence 0402 ReferencedDigitalSignatureSequence
    0403 ReferencedSOPInstanceMACSequence 0404 MAC 0500 EncryptedAttributesSequence 0510 EncryptedContentTransferSyntaxUID
    0520 EncryptedContent 0550 ModifiedAttributesSequence 0551 NonconformingModifiedAttributesSequence
    0552 NonconformingDataElementValue 0561 OriginalAttributesSequence 0562 AttributeModificationDateTime
    0563 ModifyingSystem 0564 SourceOfPreviousValues 0565 ReasonForTheAttributeModification 0600 InstanceOriginStatus`,
  '1000': `
    0010 EscapeTriplet 0011 RunLengthTriplet 0012 HuffmanTableSize 0013 HuffmanTableTriplet 0014 ShiftTableSize
    0015 ShiftTableTriplet`,
  '1010': `
    0004 ZonalMap`,
  '2000': `
    0010 NumberOfCopies 001e PrinterConfigurationSequence 0020 PrintPriority 0030 MediumType 0040 FilmDestination
    0050 FilmSessionLabel 0060 MemoryAllocation 0061 MaximumMemoryAllocation 0062 ColorImagePrintingFlag 0063 CollationFlag
    0065 AnnotationFlag 0067 ImageOverlayFlag 0069 PresentationLUTFlag 006a ImageBoxPresentationLUTFlag 00a0 MemoryBitDepth
    00a1 PrintingBitDepth 00a2 MediaInstalledSequence 00a4 OtherMediaAvailableSequence
    00a8 SupportedImageDisplayFormatsSequence 0500 ReferencedFilmBoxSequence 0510 ReferencedStoredPrintSequence`,
  '2010': `
    0010 ImageDisplayFormat 0030 AnnotationDisplayFormatID 0040 FilmOrientation 0050 FilmSizeID 0052 PrinterResolutionID
    0054 DefaultPrinterResolutionID 0060 MagnificationType 0080 SmoothingType 00a6 DefaultMagnificationType
    00a7 OtherMagnificationTypesAvailable 00a8 DefaultSmoothingType 00a9 OtherSmoothingTypesAvailable 0100 BorderDensity
    0110 EmptyImageDensity 0120 MinDensity 0130 MaxDensity 0140 Trim 0150 ConfigurationInformation
    0152 ConfigurationInformationDescription 0154 MaximumCollatedFilms 015e Illumination 0160 ReflectedAmbientLight
    0376 PrinterPixelSpacing 0500 ReferencedFilmSessionSequence 0510 ReferencedImageBoxSequence
    0520 ReferencedBasicAnnotationBoxSequence`,
  '2020': `
    0010 ImageBoxPosition 0020 Polarity 0030 RequestedImageSize 0040 RequestedDecimateCropBehavior
    0050 RequestedResolutionID 00a0 RequestedImageSizeFlag 00a2 DecimateCropResult 0110 BasicGrayscaleImageSequence
    0111 BasicColorImageSequence 0130 ReferencedImageOverlayBoxSequence 0140 ReferencedVOILUTBoxSequence`,
  '2030': `
    0010 AnnotationPosition 0020 TextString`,
  '2040': `
    0010 ReferencedOverlayPlaneSequence 0011 ReferencedOverlayPlaneGroups 0020 OverlayPixelDataSequence
    0060 OverlayMagnificationType 0070 OverlaySmoothingType 0072 OverlayOrImageMagnification 0074 MagnifyToNumberOfColumns
    0080 OverlayForegroundDensity 0082 OverlayBackgroundDensity 0090 OverlayMode 0100 ThresholdDensity
    0500 ReferencedImageBoxSequenceRetired`,
  '2050': `
    0010 PresentationLUTSequence 0020 PresentationLUTShape 0500 ReferencedPresentationLUTSequence`,
  '2100': `
    0010 PrintJobID 0020 ExecutionStatus 0030 ExecutionStatusInfo 0040 CreationDate 0050 CreationTime 0070 Originator
    0140 DestinationAE 0160 OwnerID 0170 NumberOfFilms 0500 ReferencedPrintJobSequencePullStoredPrint`,
  '2110': `
    0010 PrinterStatus 0020 PrinterStatusInfo 0030 PrinterName 0099 PrintQueueID`,
  '2120': `
    0010 QueueStatus 0050 PrintJobDescriptionSequence 0070 ReferencedPrintJobSequence`,
  '2130': `
    0010 PrintManagementCapabilitiesSequence 0015 PrinterCharacteristicsSequence 0030 FilmBoxContentSequence
    0040 ImageBoxContentSequence 0050 AnnotationContentSequence 0060 ImageOverlayBoxContentSequence
    0080 PresentationLUTContentSequence 00a0 ProposedStudySequence 00c0 OriginalImageSequence`,
  '2200': `
    0001 LabelUsingInformationExtractedFromInstances 0002 LabelText 0003 LabelStyleSelection 0004 MediaDisposition
    0005 BarcodeValue 0006 BarcodeSymbology 0007 AllowMediaSplitting 0008 IncludeNonDICOMObjects
    0009 IncludeDisplayApplication 000a PreserveCompositeInstancesAfterMediaCreation 000b TotalNumberOfPiecesOfMediaCreated
    000c RequestedMediaApplicationProfile 000d ReferencedStorageMediaSequence 000e FailureAttributes
    000f AllowLossyCompression 0020 RequestPriority`,
  '3002': `
    0002 RTImageLabel 0003 RTImageName 0004 RTImageDescription 000a ReportedValuesOrigin 000c RTImagePlane
    000d XRayImageReceptorTranslation 000e XRayImageReceptorAngle 0010 RTImageOrientation 0011 ImagePlanePixelSpacing
    0012 RTImagePosition 0020 RadiationMachineName 0022 RadiationMachineSAD 0024 RadiationMachineSSD 0026 RTImageSID
    0028 SourceToReferenceObjectDistance 0029 FractionNumber 0030 ExposureSequence 0032 MetersetExposure
    0034 DiaphragmPosition 0040 FluenceMapSequence 0041 FluenceDataSource 0042 FluenceDataScale
    0050 PrimaryFluenceModeSequence 0051 FluenceMode 0052 FluenceModeID`,
  '3004': `
    0001 DVHType 0002 DoseUnits 0004 DoseType 0005 SpatialTransformOfDose 0006 DoseComment 0008 NormalizationPoint
    000a DoseSummationType 000c GridFrameOffsetVector 000e DoseGridScaling 0010 RTDoseROISequence 0012 DoseValue
    0014 TissueHeterogeneityCorrection 0040 DVHNormalizationPoint 0042 DVHNormalizationDoseValue 0050 DVHSequence
    0052 DVHDoseScaling 0054 DVHVolumeUnits 0056 DVHNumberOfBins 0058 DVHData 0060 DVHReferencedROISequence
    0062 DVHROIContributionType 0070 DVHMinimumDose 0072 DVHMaximumDose 0074 DVHMeanDose`,
  '3006': `
    0002 StructureSetLabel 0004 StructureSetName 0006 StructureSetDescription 0008 StructureSetDate 0009 StructureSetTime
    0010 ReferencedFrameOfReferenceSequence 0012 RTReferencedStudySequence 0014 RTReferencedSeriesSequence
    0016 ContourImageSequence 0018 PredecessorStructureSetSequence 0020 StructureSetROISequence 0022 ROINumber
    0024 ReferencedFrameOfReferenceUID 0026 ROIName 0028 ROIDescription 002a ROIDisplayColor 002c ROIVolume
    0030 RTRelatedROISequence 0033 RTROIRelationship 0036 ROIGenerationAlgorithm
    0037 ROIDerivationAlgorithmIdentificationSequence 0038 ROIGenerationDescription 0039 ROIContourSequence
    0040 ContourSequence 0042 ContourGeometricType 0044 ContourSlabThickness 0045 ContourOffsetVector
    0046 NumberOfContourPoints 0048 ContourNumber 0049 AttachedContours 004a SourcePixelPlanesCharacteristicsSequence
    0050 ContourData 0080 RTROIObservationsSequence 0082 ObservationNumber 0084 ReferencedROINumber 0085 ROIObservationLabel
    0086 RTROIIdentificationCodeSequence 0088 ROIObservationDescription 00a0 RelatedRTROIObservationsSequence
    00a4 RTROIInterpretedType 00a6 ROIInterpreter 00b0 ROIPhysicalPropertiesSequence 00b2 ROIPhysicalProperty
    00b4 ROIPhysicalPropertyValue 00b6 ROIElementalCompositionSequence 00b7 ROIElementalCompositionAtomicNumber
    00b8 ROIElementalCompositionAtomicMassFraction 00b9 AdditionalRTROIIdentificationCodeSequence
    00c0 FrameOfReferenceRelationshipSequence 00c2 RelatedFrameOfReferenceUID 00c4 FrameOfReferenceTransformationType
    00c6 FrameOfReferenceTransformationMatrix 00c8 FrameOfReferenceTransformationComment
    00c9 PatientLocationCoordinatesSequence 00ca PatientLocationCoordinatesCodeSequence 00cb PatientSupportPositionSequence`,
  '3008': `
    0010 MeasuredDoseReferenceSequence 0012 MeasuredDoseDescription 0014 MeasuredDoseType 0016 MeasuredDoseValue
    0020 TreatmentSessionBeamSequence 0021 TreatmentSessionIonBeamSequence 0022 CurrentFractionNumber
    0024 TreatmentControlPointDate 0025 TreatmentControlPointTime 002a TreatmentTerminationStatus
    002b TreatmentTerminationCode 002c TreatmentVerificationStatus 0030 ReferencedTreatmentRecordSequence
    0032 SpecifiedPrimaryMeterset 0033 SpecifiedSecondaryMeterset 0036 DeliveredPrimaryMeterset
    0037 DeliveredSecondaryMeterset 003a SpecifiedTreatmentTime 003b DeliveredTreatmentTime
    0040 ControlPointDeliverySequence 0041 IonControlPointDeliverySequence 0042 SpecifiedMeterset 0044 DeliveredMeterset
    0045 MetersetRateSet 0046 MetersetRateDelivered 0047 ScanSpotMetersetsDelivered 0048 DoseRateDelivered
    0050 TreatmentSummaryCalculatedDoseReferenceSequence 0052 CumulativeDoseToDoseReference 0054 FirstTreatmentDate
    0056 MostRecentTreatmentDate 005a NumberOfFractionsDelivered 0060 OverrideSequence 0061 ParameterSequencePointer
    0062 OverrideParameterPointer 0063 ParameterItemIndex 0064 MeasuredDoseReferenceNumber 0065 ParameterPointer
    0066 OverrideReason 0067 ParameterValueNumber 0068 CorrectedParameterSequence 006a CorrectionValue
    0070 CalculatedDoseReferenceSequence 0072 CalculatedDoseReferenceNumber 0074 CalculatedDoseReferenceDescription
    0076 CalculatedDoseReferenceDoseValue 0078 StartMeterset 007a EndMeterset 0080 ReferencedMeasuredDoseReferenceSequence
    0082 ReferencedMeasuredDoseReferenceNumber 0090 ReferencedCalculatedDoseReferenceSequence
    0092 ReferencedCalculatedDoseReferenceNumber 00a0 BeamLimitingDeviceLeafPairsSequence 00b0 RecordedWedgeSequence
    00c0 RecordedCompensatorSequence 00d0 RecordedBlockSequence 00d1 RecordedBlockSlabSequence
    00e0 TreatmentSummaryMeasuredDoseReferenceSequence 00f0 RecordedSnoutSequence 00f2 RecordedRangeShifterSequence
    00f4 RecordedLateralSpreadingDeviceSequence 00f6 RecordedRangeModulatorSequence 0100 RecordedSourceSequence
    0105 SourceSerialNumber 0110 TreatmentSessionApplicationSetupSequence 0116 ApplicationSetupCheck
    0120 RecordedBrachyAccessoryDeviceSequence 0122 ReferencedBrachyAccessoryDeviceNumber 0130 RecordedChannelSequence
    0132 SpecifiedChannelTotalTime 0134 DeliveredChannelTotalTime 0136 SpecifiedNumberOfPulses 0138 DeliveredNumberOfPulses
    013a SpecifiedPulseRepetitionInterval 013c DeliveredPulseRepetitionInterval 0140 RecordedSourceApplicatorSequence
    0142 ReferencedSourceApplicatorNumber 0150 RecordedChannelShieldSequence 0152 ReferencedChannelShieldNumber
    0160 BrachyControlPointDeliveredSequence 0162 SafePositionExitDate 0164 SafePositionExitTime 0166 SafePositionReturnDate
    0168 SafePositionReturnTime 0171 PulseSpecificBrachyControlPointDeliveredSequence 0172 PulseNumber
    0173 BrachyPulseControlPointDeliveredSequence 0200 CurrentTreatmentStatus 0202 TreatmentStatusComment
    0220 FractionGroupSummarySequence 0223 ReferencedFractionNumber 0224 FractionGroupType 0230 BeamStopperPosition
    0240 FractionStatusSummarySequence 0250 TreatmentDate 0251 TreatmentTime`,
  '300a': `
    0002 RTPlanLabel 0003 RTPlanName 0004 RTPlanDescription 0006 RTPlanDate 0007 RTPlanTime 0009 TreatmentProtocols
    000a PlanIntent 000b TreatmentSites 000c RTPlanGeometry 000e PrescriptionDescription 0010 DoseReferenceSequence
    0012 DoseReferenceNumber 0013 DoseReferenceUID 0014 DoseReferenceStructureType 0015 NominalBeamEnergyUnit
    0016 DoseReferenceDescription 0018 DoseReferencePointCoordinates 001a NominalPriorDose 0020 DoseReferenceType
    0021 ConstraintWeight 0022 DeliveryWarningDose 0023 DeliveryMaximumDose 0025 TargetMinimumDose
    0026 TargetPrescriptionDose 0027 TargetMaximumDose 0028 TargetUnderdoseVolumeFraction 002a OrganAtRiskFullVolumeDose
    002b OrganAtRiskLimitDose 002c OrganAtRiskMaximumDose 002d OrganAtRiskOverdoseVolumeFraction 0040 ToleranceTableSequence
    0042 ToleranceTableNumber 0043 ToleranceTableLabel 0044 GantryAngleTolerance 0046 BeamLimitingDeviceAngleTolerance
    0048 BeamLimitingDeviceToleranceSequence 004a BeamLimitingDevicePositionTolerance 004b SnoutPositionTolerance
    004c PatientSupportAngleTolerance 004e TableTopEccentricAngleTolerance 004f TableTopPitchAngleTolerance
    0050 TableTopRollAngleTolerance 0051 TableTopVerticalPositionTolerance 0052 TableTopLongitudinalPositionTolerance
    0053 TableTopLateralPositionTolerance 0055 RTPlanRelationship 0070 FractionGroupSequence 0071 FractionGroupNumber
    0072 FractionGroupDescription 0078 NumberOfFractionsPlanned 0079 NumberOfFractionPatternDigitsPerDay
    007a RepeatFractionCycleLength 007b FractionPattern 0080 NumberOfBeams 0082 BeamDoseSpecificationPoint
    0083 ReferencedDoseReferenceUID 0084 BeamDose 0086 BeamMeterset 0088 BeamDosePointDepth
    0089 BeamDosePointEquivalentDepth 008a BeamDosePointSSD 008b BeamDoseMeaning
    008c BeamDoseVerificationControlPointSequence 008d AverageBeamDosePointDepth 008e AverageBeamDosePointEquivalentDepth
    008f AverageBeamDosePointSSD 0090 BeamDoseType 0091 AlternateBeamDose 0092 AlternateBeamDoseType
    0093 DepthValueAveragingFlag 0094 BeamDosePointSourceToExternalContourDistance 00a0 NumberOfBrachyApplicationSetups
    00a2 BrachyApplicationSetupDoseSpecificationPoint 00a4 BrachyApplicationSetupDose 00b0 BeamSequence
    00b2 TreatmentMachineName 00b3 PrimaryDosimeterUnit 00b4 SourceAxisDistance 00b6 BeamLimitingDeviceSequence
    00b8 RTBeamLimitingDeviceType 00ba SourceToBeamLimitingDeviceDistance 00bb IsocenterToBeamLimitingDeviceDistance
    00bc NumberOfLeafJawPairs 00be LeafPositionBoundaries 00c0 BeamNumber 00c2 BeamName 00c3 BeamDescription 00c4 BeamType
    00c5 BeamDeliveryDurationLimit 00c6 RadiationType 00c7 HighDoseTechniqueType 00c8 ReferenceImageNumber
    00ca PlannedVerificationImageSequence 00cc ImagingDeviceSpecificAcquisitionParameters 00ce TreatmentDeliveryType
    00d0 NumberOfWedges 00d1 WedgeSequence 00d2 WedgeNumber 00d3 WedgeType 00d4 WedgeID 00d5 WedgeAngle 00d6 WedgeFactor
    00d7 TotalWedgeTrayWaterEquivalentThickness 00d8 WedgeOrientation 00d9 IsocenterToWedgeTrayDistance
    00da SourceToWedgeTrayDistance 00db WedgeThinEdgePosition 00dc BolusID 00dd BolusDescription 00de EffectiveWedgeAngle
    00e0 NumberOfCompensators 00e1 MaterialID 00e2 TotalCompensatorTrayFactor 00e3 CompensatorSequence
    00e4 CompensatorNumber 00e5 CompensatorID 00e6 SourceToCompensatorTrayDistance 00e7 CompensatorRows
    00e8 CompensatorColumns 00e9 CompensatorPixelSpacing 00ea CompensatorPosition 00eb CompensatorTransmissionData
    00ec CompensatorThicknessData 00ed NumberOfBoli 00ee CompensatorType 00ef CompensatorTrayID 00f0 NumberOfBlocks
    00f2 TotalBlockTrayFactor 00f3 TotalBlockTrayWaterEquivalentThickness 00f4 BlockSequence 00f5 BlockTrayID
    00f6 SourceToBlockTrayDistance 00f7 IsocenterToBlockTrayDistance 00f8 BlockType 00f9 AccessoryCode 00fa BlockDivergence
    00fb BlockMountingPosition 00fc BlockNumber 00fe BlockName 0100 BlockThickness 0102 BlockTransmission
    0104 BlockNumberOfPoints 0106 BlockData 0107 ApplicatorSequence 0108 ApplicatorID 0109 ApplicatorType
    010a ApplicatorDescription 010c CumulativeDoseReferenceCoefficient 010e FinalCumulativeMetersetWeight
    0110 NumberOfControlPoints 0111 ControlPointSequence 0112 ControlPointIndex 0114 NominalBeamEnergy 0115 DoseRateSet
    0116 WedgePositionSequence 0118 WedgePosition 011a BeamLimitingDevicePositionSequence 011c LeafJawPositions
    011e GantryAngle 011f GantryRotationDirection 0120 BeamLimitingDeviceAngle 0121 BeamLimitingDeviceRotationDirection
    0122 PatientSupportAngle 0123 PatientSupportRotationDirection 0124 TableTopEccentricAxisDistance
    0125 TableTopEccentricAngle 0126 TableTopEccentricRotationDirection 0128 TableTopVerticalPosition
    0129 TableTopLongitudinalPosition 012a TableTopLateralPosition 012c IsocenterPosition 012e SurfaceEntryPoint
    0130 SourceToSurfaceDistance 0131 AverageBeamDosePointSourceToExternalContourDistance
    0132 SourceToExternalContourDistance 0133 ExternalContourEntryPoint 0134 CumulativeMetersetWeight
    0140 TableTopPitchAngle 0142 TableTopPitchRotationDirection 0144 TableTopRollAngle 0146 TableTopRollRotationDirection
    0148 HeadFixationAngle 014a GantryPitchAngle 014c GantryPitchRotationDirection 014e GantryPitchAngleTolerance
    0150 FixationEye 0151 ChairHeadFramePosition 0152 HeadFixationAngleTolerance 0153 ChairHeadFramePositionTolerance
    0154 FixationLightAzimuthalAngleTolerance 0155 FixationLightPolarAngleTolerance 0180 PatientSetupSequence
    0182 PatientSetupNumber 0183 PatientSetupLabel 0184 PatientAdditionalPosition 0190 FixationDeviceSequence
    0192 FixationDeviceType 0194 FixationDeviceLabel 0196 FixationDeviceDescription 0198 FixationDevicePosition
    0199 FixationDevicePitchAngle 019a FixationDeviceRollAngle 01a0 ShieldingDeviceSequence 01a2 ShieldingDeviceType
    01a4 ShieldingDeviceLabel 01a6 ShieldingDeviceDescription 01a8 ShieldingDevicePosition 01b0 SetupTechnique
    01b2 SetupTechniqueDescription 01b4 SetupDeviceSequence 01b6 SetupDeviceType 01b8 SetupDeviceLabel
    01ba SetupDeviceDescription 01bc SetupDeviceParameter 01d0 SetupReferenceDescription
    01d2 TableTopVerticalSetupDisplacement 01d4 TableTopLongitudinalSetupDisplacement 01d6 TableTopLateralSetupDisplacement
    0200 BrachyTreatmentTechnique 0202 BrachyTreatmentType 0206 TreatmentMachineSequence 0210 SourceSequence
    0212 SourceNumber 0214 SourceType 0216 SourceManufacturer 0218 ActiveSourceDiameter 021a ActiveSourceLength
    021b SourceModelID 021c SourceDescription 0222 SourceEncapsulationNominalThickness
    0224 SourceEncapsulationNominalTransmission 0226 SourceIsotopeName 0228 SourceIsotopeHalfLife 0229 SourceStrengthUnits
    022a ReferenceAirKermaRate 022b SourceStrength 022c SourceStrengthReferenceDate 022e SourceStrengthReferenceTime
    0230 ApplicationSetupSequence 0232 ApplicationSetupType 0234 ApplicationSetupNumber 0236 ApplicationSetupName
    0238 ApplicationSetupManufacturer 0240 TemplateNumber 0242 TemplateType 0244 TemplateName 0250 TotalReferenceAirKerma
    0260 BrachyAccessoryDeviceSequence 0262 BrachyAccessoryDeviceNumber 0263 BrachyAccessoryDeviceID
    0264 BrachyAccessoryDeviceType 0266 BrachyAccessoryDeviceName 026a BrachyAccessoryDeviceNominalThickness
    026c BrachyAccessoryDeviceNominalTransmission 0271 ChannelEffectiveLength 0272 ChannelInnerLength
    0273 AfterloaderChannelID 0274 SourceApplicatorTipLength 0280 ChannelSequence 0282 ChannelNumber 0284 ChannelLength
    0286 ChannelTotalTime 0288 SourceMovementType 028a NumberOfPulses 028c PulseRepetitionInterval
    0290 SourceApplicatorNumber 0291 SourceApplicatorID 0292 SourceApplicatorType 0294 SourceApplicatorName
    0296 SourceApplicatorLength 0298 SourceApplicatorManufacturer 029c SourceApplicatorWallNominalThickness
    029e SourceApplicatorWallNominalTransmission 02a0 SourceApplicatorStepSize 02a1 ApplicatorShapeReferencedROINumber
    02a2 TransferTubeNumber 02a4 TransferTubeLength 02b0 ChannelShieldSequence 02b2 ChannelShieldNumber 02b3 ChannelShieldID
    02b4 ChannelShieldName 02b8 ChannelShieldNominalThickness 02ba ChannelShieldNominalTransmission
    02c8 FinalCumulativeTimeWeight 02d0 BrachyControlPointSequence 02d2 ControlPointRelativePosition
    02d4 ControlPoint3DPosition 02d6 CumulativeTimeWeight 02e0 CompensatorDivergence 02e1 CompensatorMountingPosition
    02e2 SourceToCompensatorDistance 02e3 TotalCompensatorTrayWaterEquivalentThickness
    02e4 IsocenterToCompensatorTrayDistance 02e5 CompensatorColumnOffset 02e6 IsocenterToCompensatorDistances
    02e7 CompensatorRelativeStoppingPowerRatio 02e8 CompensatorMillingToolDiameter 02ea IonRangeCompensatorSequence
    02eb CompensatorDescription 0302 RadiationMassNumber 0304 RadiationAtomicNumber 0306 RadiationChargeState 0308 ScanMode
    0309 ModulatedScanModeType 030a VirtualSourceAxisDistances 030c SnoutSequence 030d SnoutPosition 030f SnoutID
    0312 NumberOfRangeShifters 0314 RangeShifterSequence 0316 RangeShifterNumber 0318 RangeShifterID 0320 RangeShifterType
    0322 RangeShifterDescription 0330 NumberOfLateralSpreadingDevices 0332 LateralSpreadingDeviceSequence
    0334 LateralSpreadingDeviceNumber 0336 LateralSpreadingDeviceID 0338 LateralSpreadingDeviceType
    033a LateralSpreadingDeviceDescription 033c LateralSpreadingDeviceWaterEquivalentThickness 0340 NumberOfRangeModulators
    0342 RangeModulatorSequence 0344 RangeModulatorNumber 0346 RangeModulatorID 0348 RangeModulatorType
    034a RangeModulatorDescription 034c BeamCurrentModulationID 0350 PatientSupportType 0352 PatientSupportID
    0354 PatientSupportAccessoryCode 0355 TrayAccessoryCode 0356 FixationLightAzimuthalAngle 0358 FixationLightPolarAngle
    035a MetersetRate 0360 RangeShifterSettingsSequence 0362 RangeShifterSetting 0364 IsocenterToRangeShifterDistance
    0366 RangeShifterWaterEquivalentThickness 0370 LateralSpreadingDeviceSettingsSequence 0372 LateralSpreadingDeviceSetting
    0374 IsocenterToLateralSpreadingDeviceDistance 0380 RangeModulatorSettingsSequence 0382 RangeModulatorGatingStartValue
    0384 RangeModulatorGatingStopValue 0386 RangeModulatorGatingStartWaterEquivalentThickness
    0388 RangeModulatorGatingStopWaterEquivalentThickness 038a IsocenterToRangeModulatorDistance 038f ScanSpotTimeOffset
    0390 ScanSpotTuneID 0391 ScanSpotPrescribedIndices 0392 NumberOfScanSpotPositions 0393 ScanSpotReordered
    0394 ScanSpotPositionMap 0395 ScanSpotReorderingAllowed 0396 ScanSpotMetersetWeights 0398 ScanningSpotSize
    0399 ScanSpotSizesDelivered 039a NumberOfPaintings 03a0 IonToleranceTableSequence 03a2 IonBeamSequence
    03a4 IonBeamLimitingDeviceSequence 03a6 IonBlockSequence 03a8 IonControlPointSequence 03aa IonWedgeSequence
    03ac IonWedgePositionSequence 0401 ReferencedSetupImageSequence 0402 SetupImageComment
    0410 MotionSynchronizationSequence 0412 ControlPointOrientation 0420 GeneralAccessorySequence 0421 GeneralAccessoryID
    0422 GeneralAccessoryDescription 0423 GeneralAccessoryType 0424 GeneralAccessoryNumber
    0425 SourceToGeneralAccessoryDistance 0426 IsocenterToGeneralAccessoryDistance 0431 ApplicatorGeometrySequence
    0432 ApplicatorApertureShape 0433 ApplicatorOpening 0434 ApplicatorOpeningX 0435 ApplicatorOpeningY
    0436 SourceToApplicatorMountingPositionDistance 0440 NumberOfBlockSlabItems 0441 BlockSlabSequence
    0442 BlockSlabThickness 0443 BlockSlabNumber 0450 DeviceMotionControlSequence 0451 DeviceMotionExecutionMode
    0452 DeviceMotionObservationMode 0453 DeviceMotionParameterCodeSequence 0501 DistalDepthFraction 0502 DistalDepth
    0503 NominalRangeModulationFractions 0504 NominalRangeModulatedRegionDepths 0505 DepthDoseParametersSequence
    0506 DeliveredDepthDoseParametersSequence 0507 DeliveredDistalDepthFraction 0508 DeliveredDistalDepth
    0509 DeliveredNominalRangeModulationFractions 0510 DeliveredNominalRangeModulatedRegionDepths
    0511 DeliveredReferenceDoseDefinition 0512 ReferenceDoseDefinition 0600 RTControlPointIndex
    0601 RadiationGenerationModeIndex 0602 ReferencedDefinedDeviceIndex 0603 RadiationDoseIdentificationIndex
    0604 NumberOfRTControlPoints 0605 ReferencedRadiationGenerationModeIndex 0606 TreatmentPositionIndex
    0607 ReferencedDeviceIndex 0608 TreatmentPositionGroupLabel 0609 TreatmentPositionGroupUID
    060a TreatmentPositionGroupSequence 060b ReferencedTreatmentPositionIndex
    060c ReferencedRadiationDoseIdentificationIndex 060d RTAccessoryHolderWaterEquivalentThickness
    060e ReferencedRTAccessoryHolderDeviceIndex 060f RTAccessoryHolderSlotExistenceFlag 0610 RTAccessoryHolderSlotSequence
    0611 RTAccessoryHolderSlotID 0612 RTAccessoryHolderSlotDistance 0613 RTAccessorySlotDistance
    0614 RTAccessoryHolderDefinitionSequence 0615 RTAccessoryDeviceSlotID 0616 RTRadiationSequence
    0617 RadiationDoseSequence 0618 RadiationDoseIdentificationSequence 0619 RadiationDoseIdentificationLabel
    061a ReferenceDoseType 061b PrimaryDoseValueIndicator 061c DoseValuesSequence 061d DoseValuePurpose
    061e ReferenceDosePointCoordinates 061f RadiationDoseValuesParametersSequence 0620 MetersetToDoseMappingSequence
    0621 ExpectedInVivoMeasurementValuesSequence 0622 ExpectedInVivoMeasurementValueIndex
    0623 RadiationDoseInVivoMeasurementLabel 0624 RadiationDoseCentralAxisDisplacement 0625 RadiationDoseValue
    0626 RadiationDoseSourceToSkinDistance 0627 RadiationDoseMeasurementPointCoordinates
    0628 RadiationDoseSourceToExternalContourDistance 0629 RTToleranceSetSequence 062a RTToleranceSetLabel
    062b AttributeToleranceValuesSequence 062c ToleranceValue 062d PatientSupportPositionToleranceSequence
    062e TreatmentTimeLimit 062f CArmPhotonElectronControlPointSequence 0630 ReferencedRTRadiationSequence
    0631 ReferencedRTInstanceSequence 0632 ReferencedRTPatientSetupSequence 0634 SourceToPatientSurfaceDistance
    0635 TreatmentMachineSpecialModeCodeSequence 0636 IntendedNumberOfFractions 0637 RTRadiationSetIntent
    0638 RTRadiationPhysicalAndGeometricContentDetailFlag 0639 RTRecordFlag 063a TreatmentDeviceIdentificationSequence
    063b ReferencedRTPhysicianIntentSequence 063c CumulativeMeterset 063d DeliveryRate 063e DeliveryRateUnitSequence
    063f TreatmentPositionSequence 0640 RadiationSourceAxisDistance 0641 NumberOfRTBeamLimitingDevices
    0642 RTBeamLimitingDeviceProximalDistance 0643 RTBeamLimitingDeviceDistalDistance
    0644 ParallelRTBeamDelimiterDeviceOrientationLabelCodeSequence 0645 BeamModifierOrientationAngle
    0646 FixedRTBeamDelimiterDeviceSequence 0647 ParallelRTBeamDelimiterDeviceSequence 0648 NumberOfParallelRTBeamDelimiters
    0649 ParallelRTBeamDelimiterBoundaries 064a ParallelRTBeamDelimiterPositions 064b RTBeamLimitingDeviceOffset
    064c RTBeamDelimiterGeometrySequence 064d RTBeamLimitingDeviceDefinitionSequence 064e ParallelRTBeamDelimiterOpeningMode
    064f ParallelRTBeamDelimiterLeafMountingSide 0650 PatientSetupUID 0651 WedgeDefinitionSequence
    0652 RadiationBeamWedgeAngle 0653 RadiationBeamWedgeThinEdgeDistance 0654 RadiationBeamEffectiveWedgeAngle
    0655 NumberOfWedgePositions 0656 RTBeamLimitingDeviceOpeningSequence 0657 NumberOfRTBeamLimitingDeviceOpenings
    0658 RadiationDosimeterUnitSequence 0659 RTDeviceDistanceReferenceLocationCodeSequence
    065a RadiationDeviceConfigurationAndCommissioningKeySequence 065b PatientSupportPositionParameterSequence
    065c PatientSupportPositionSpecificationMethod 065d PatientSupportPositionDeviceParameterSequence 065e DeviceOrderIndex
    065f PatientSupportPositionParameterOrderIndex 0660 PatientSupportPositionDeviceToleranceSequence
    0661 PatientSupportPositionToleranceOrderIndex 0662 CompensatorDefinitionSequence 0663 CompensatorMapOrientation
    0664 CompensatorProximalThicknessMap 0665 CompensatorDistalThicknessMap 0666 CompensatorBasePlaneOffset
    0667 CompensatorShapeFabricationCodeSequence 0668 CompensatorShapeSequence
    0669 RadiationBeamCompensatorMillingToolDiameter 066a BlockDefinitionSequence 066b BlockEdgeData 066c BlockOrientation
    066d RadiationBeamBlockThickness 066e RadiationBeamBlockSlabThickness 066f BlockEdgeDataSequence
    0670 NumberOfRTAccessoryHolders 0671 GeneralAccessoryDefinitionSequence 0672 NumberOfGeneralAccessories
    0673 BolusDefinitionSequence 0674 NumberOfBoluses 0675 EquipmentFrameOfReferenceUID
    0676 EquipmentFrameOfReferenceDescription 0677 EquipmentReferencePointCoordinatesSequence
    0678 EquipmentReferencePointCodeSequence 0679 RTBeamLimitingDeviceAngle 067a SourceRollAngle
    067b RadiationGenerationModeSequence 067c RadiationGenerationModeLabel 067d RadiationGenerationModeDescription
    067e RadiationGenerationModeMachineCodeSequence 067f RadiationTypeCodeSequence 0680 NominalEnergy
    0681 MinimumNominalEnergy 0682 MaximumNominalEnergy 0683 RadiationFluenceModifierCodeSequence
    0684 EnergyUnitCodeSequence 0685 NumberOfRadiationGenerationModes 0686 PatientSupportDevicesSequence
    0687 NumberOfPatientSupportDevices 0688 RTBeamModifierDefinitionDistance 0689 BeamAreaLimitSequence
    068a ReferencedRTPrescriptionSequence 0700 TreatmentSessionUID 0701 RTRadiationUsage
    0702 ReferencedRTRadiationSetSequence 0703 ReferencedRTRadiationRecordSequence 0704 RTRadiationSetDeliveryNumber
    0705 ClinicalFractionNumber 0706 RTTreatmentFractionCompletionStatus 0707 RTRadiationSetUsage
    0708 TreatmentDeliveryContinuationFlag 0709 TreatmentRecordContentOrigin 0714 RTTreatmentTerminationStatus
    0715 RTTreatmentTerminationReasonCodeSequence 0716 MachineSpecificTreatmentTerminationCodeSequence
    0722 RTRadiationSalvageRecordControlPointSequence 0723 StartingMetersetValueKnownFlag
    0730 TreatmentTerminationDescription 0731 TreatmentToleranceViolationSequence 0732 TreatmentToleranceViolationCategory
    0733 TreatmentToleranceViolationAttributeSequence 0734 TreatmentToleranceViolationDescription
    0735 TreatmentToleranceViolationIdentification 0736 TreatmentToleranceViolationDateTime
    073a RecordedRTControlPointDateTime 073b ReferencedRadiationRTControlPointIndex 073e AlternateValueSequence
    073f ConfirmationSequence 0740 InterlockSequence 0741 InterlockDateTime 0742 InterlockDescription
    0743 InterlockOriginatingDeviceSequence 0744 InterlockCodeSequence 0745 InterlockResolutionCodeSequence
    0746 InterlockResolutionUserSequence 0760 OverrideDateTime 0761 TreatmentToleranceViolationTypeCodeSequence
    0762 TreatmentToleranceViolationCauseCodeSequence 0772 MeasuredMetersetToDoseMappingSequence
    0773 ReferencedExpectedInVivoMeasurementValueIndex 0774 DoseMeasurementDeviceCodeSequence
    0780 AdditionalParameterRecordingInstanceSequence 0783 InterlockOriginDescription 0784 RTPatientPositionScopeSequence
    0785 ReferencedTreatmentPositionGroupUID 0786 RadiationOrderIndex 0787 OmittedRadiationSequence
    0788 ReasonForOmissionCodeSequence 0789 RTDeliveryStartPatientPositionSequence
    078a RTTreatmentPreparationPatientPositionSequence 078b ReferencedRTTreatmentPreparationSequence
    078c ReferencedPatientSetupPhotoSequence 078d PatientTreatmentPreparationMethodCodeSequence
    078e PatientTreatmentPreparationProcedureParameterDescription 078f PatientTreatmentPreparationDeviceSequence
    0790 PatientTreatmentPreparationProcedureSequence 0791 PatientTreatmentPreparationProcedureCodeSequence
    0792 PatientTreatmentPreparationMethodDescription 0793 PatientTreatmentPreparationProcedureParameterSequence
    0794 PatientSetupPhotoDescription 0795 PatientTreatmentPreparationProcedureIndex
    0796 ReferencedPatientSetupProcedureIndex 0797 RTRadiationTaskSequence 0798 RTPatientPositionDisplacementSequence
    0799 RTPatientPositionSequence 079a DisplacementReferenceLabel 079b DisplacementMatrix
    079c PatientSupportDisplacementSequence 079d DisplacementReferenceLocationCodeSequence 079e RTRadiationSetDeliveryUsage`,
  '300c': `
    0002 ReferencedRTPlanSequence 0004 ReferencedBeamSequence 0006 ReferencedBeamNumber 0007 ReferencedReferenceImageNumber
    0008 StartCumulativeMetersetWeight 0009 EndCumulativeMetersetWeight 000a ReferencedBrachyApplicationSetupSequence
    000c ReferencedBrachyApplicationSetupNumber 000e ReferencedSourceNumber 0020 ReferencedFractionGroupSequence
    0022 ReferencedFractionGroupNumber 0040 ReferencedVerificationImageSequence 0042 ReferencedReferenceImageSequence
    0050 ReferencedDoseReferenceSequence 0051 ReferencedDoseReferenceNumber 0055 BrachyReferencedDoseReferenceSequence
    0060 ReferencedStructureSetSequence 006a ReferencedPatientSetupNumber 0080 ReferencedDoseSequence
    00a0 ReferencedToleranceTableNumber 00b0 ReferencedBolusSequence 00c0 ReferencedWedgeNumber
    00d0 ReferencedCompensatorNumber 00e0 ReferencedBlockNumber 00f0 ReferencedControlPointIndex
    00f2 ReferencedControlPointSequence 00f4 ReferencedStartControlPointIndex 00f6 ReferencedStopControlPointIndex
    0100 ReferencedRangeShifterNumber 0102 ReferencedLateralSpreadingDeviceNumber 0104 ReferencedRangeModulatorNumber
    0111 OmittedBeamTaskSequence 0112 ReasonForOmission 0113 ReasonForOmissionDescription 0114 PrescriptionOverviewSequence
    0115 TotalPrescriptionDose 0116 PlanOverviewSequence 0117 PlanOverviewIndex 0118 ReferencedPlanOverviewIndex
    0119 NumberOfFractionsIncluded 0120 DoseCalibrationConditionsSequence 0121 AbsorbedDoseToMetersetRatio
    0122 DelineatedRadiationFieldSize 0123 DoseCalibrationConditionsVerifiedFlag 0124 CalibrationReferencePointDepth
    0125 GatingBeamHoldTransitionSequence 0126 BeamHoldTransition 0127 BeamHoldTransitionDateTime
    0128 BeamHoldOriginatingDeviceSequence`,
  '300e': `
    0002 ApprovalStatus 0004 ReviewDate 0005 ReviewTime 0008 ReviewerName`,
  '3010': `
    0001 RadiobiologicalDoseEffectSequence 0002 RadiobiologicalDoseEffectFlag
    0003 EffectiveDoseCalculationMethodCategoryCodeSequence 0004 EffectiveDoseCalculationMethodCodeSequence
    0005 EffectiveDoseCalculationMethodDescription 0006 ConceptualVolumeUID 0007 OriginatingSOPInstanceReferenceSequence
    0008 ConceptualVolumeConstituentSequence 0009 EquivalentConceptualVolumeInstanceReferenceSequence
    000a EquivalentConceptualVolumesSequence 000b ReferencedConceptualVolumeUID 000c ConceptualVolumeCombinationExpression
    000d ConceptualVolumeConstituentIndex 000e ConceptualVolumeCombinationFlag 000f ConceptualVolumeCombinationDescription
    0010 ConceptualVolumeSegmentationDefinedFlag 0011 ConceptualVolumeSegmentationReferenceSequence
    0012 ConceptualVolumeConstituentSegmentationReferenceSequence 0013 ConstituentConceptualVolumeUID
    0014 DerivationConceptualVolumeSequence 0015 SourceConceptualVolumeUID 0016 ConceptualVolumeDerivationAlgorithmSequence
    0017 ConceptualVolumeDescription 0018 SourceConceptualVolumeSequence 0019 AuthorIdentificationSequence
    001a ManufacturerModelVersion 001b DeviceAlternateIdentifier 001c DeviceAlternateIdentifierType
    001d DeviceAlternateIdentifierFormat 001e SegmentationCreationTemplateLabel 001f SegmentationTemplateUID
    0020 ReferencedSegmentReferenceIndex 0021 SegmentReferenceSequence 0022 SegmentReferenceIndex
    0023 DirectSegmentReferenceSequence 0024 CombinationSegmentReferenceSequence 0025 ConceptualVolumeSequence
    0026 SegmentedRTAccessoryDeviceSequence 0027 SegmentCharacteristicsSequence 0028 RelatedSegmentCharacteristicsSequence
    0029 SegmentCharacteristicsPrecedence 002a RTSegmentAnnotationSequence 002b SegmentAnnotationCategoryCodeSequence
    002c SegmentAnnotationTypeCodeSequence 002d DeviceLabel 002e DeviceTypeCodeSequence
    002f SegmentAnnotationTypeModifierCodeSequence 0030 PatientEquipmentRelationshipCodeSequence 0031 ReferencedFiducialsUID
    0032 PatientTreatmentOrientationSequence 0033 UserContentLabel 0034 UserContentLongLabel 0035 EntityLabel
    0036 EntityName 0037 EntityDescription 0038 EntityLongLabel 0039 DeviceIndex 003a RTTreatmentPhaseIndex
    003b RTTreatmentPhaseUID 003c RTPrescriptionIndex 003d RTSegmentAnnotationIndex 003e BasisRTTreatmentPhaseIndex
    003f RelatedRTTreatmentPhaseIndex 0040 ReferencedRTTreatmentPhaseIndex 0041 ReferencedRTPrescriptionIndex
    0042 ReferencedParentRTPrescriptionIndex 0043 ManufacturerDeviceIdentifier
    0044 InstanceLevelReferencedPerformedProcedureStepSequence 0045 RTTreatmentPhaseIntentPresenceFlag
    0046 RadiotherapyTreatmentType 0047 TeletherapyRadiationType 0048 BrachytherapySourceType
    0049 ReferencedRTTreatmentPhaseSequence 004a ReferencedDirectSegmentInstanceSequence
    004b IntendedRTTreatmentPhaseSequence 004c IntendedPhaseStartDate 004d IntendedPhaseEndDate
    004e RTTreatmentPhaseIntervalSequence 004f TemporalRelationshipIntervalAnchor 0050 MinimumNumberOfIntervalDays
    0051 MaximumNumberOfIntervalDays 0052 PertinentSOPClassesInStudy 0053 PertinentSOPClassesInSeries
    0054 RTPrescriptionLabel 0055 RTPhysicianIntentPredecessorSequence 0056 RTTreatmentApproachLabel
    0057 RTPhysicianIntentSequence 0058 RTPhysicianIntentIndex 0059 RTTreatmentIntentType 005a RTPhysicianIntentNarrative
    005b RTProtocolCodeSequence 005c ReasonForSuperseding 005d RTDiagnosisCodeSequence 005e ReferencedRTPhysicianIntentIndex
    005f RTPhysicianIntentInputInstanceSequence 0060 RTAnatomicPrescriptionSequence 0061 PriorTreatmentDoseDescription
    0062 PriorTreatmentReferenceSequence 0063 DosimetricObjectiveEvaluationScope 0064 TherapeuticRoleCategoryCodeSequence
    0065 TherapeuticRoleTypeCodeSequence 0066 ConceptualVolumeOptimizationPrecedence
    0067 ConceptualVolumeCategoryCodeSequence 0068 ConceptualVolumeBlockingConstraint 0069 ConceptualVolumeTypeCodeSequence
    006a ConceptualVolumeTypeModifierCodeSequence 006b RTPrescriptionSequence 006c DosimetricObjectiveSequence
    006d DosimetricObjectiveTypeCodeSequence 006e DosimetricObjectiveUID 006f ReferencedDosimetricObjectiveUID
    0070 DosimetricObjectiveParameterSequence 0071 ReferencedDosimetricObjectivesSequence
    0073 AbsoluteDosimetricObjectiveFlag 0074 DosimetricObjectiveWeight 0075 DosimetricObjectivePurpose
    0076 PlanningInputInformationSequence 0077 TreatmentSite 0078 TreatmentSiteCodeSequence 0079 FractionPatternSequence
    007a TreatmentTechniqueNotes 007b PrescriptionNotes 007c NumberOfIntervalFractions 007d NumberOfFractions
    007e IntendedDeliveryDuration 007f FractionationNotes 0080 RTTreatmentTechniqueCodeSequence
    0081 PrescriptionNotesSequence 0082 FractionBasedRelationshipSequence 0083 FractionBasedRelationshipIntervalAnchor
    0084 MinimumHoursBetweenFractions 0085 IntendedFractionStartTime 0086 IntendedStartDayOfWeek
    0087 WeekdayFractionPatternSequence 0088 DeliveryTimeStructureCodeSequence 0089 TreatmentSiteModifierCodeSequence
    0090 RoboticBaseLocationIndicator 0091 RoboticPathNodeSetCodeSequence 0092 RoboticNodeIdentifier
    0093 RTTreatmentSourceCoordinates 0094 RadiationSourceCoordinateSystemYawAngle
    0095 RadiationSourceCoordinateSystemRollAngle 0096 RadiationSourceCoordinateSystemPitchAngle
    0097 RoboticPathControlPointSequence 0098 TomotherapeuticControlPointSequence 0099 TomotherapeuticLeafOpenDurations
    009a TomotherapeuticLeafInitialClosedDurations`,
  '4000': `
    0010 Arbitrary 4000 TextComments`,
  '4008': `
    0040 ResultsID 0042 ResultsIDIssuer 0050 ReferencedInterpretationSequence 00ff ReportProductionStatusTrial
    0100 InterpretationRecordedDate 0101 InterpretationRecordedTime 0102 InterpretationRecorder
    0103 ReferenceToRecordedSound 0108 InterpretationTranscriptionDate 0109 InterpretationTranscriptionTime
    010a InterpretationTranscriber 010b InterpretationText 010c InterpretationAuthor 0111 InterpretationApproverSequence
    0112 InterpretationApprovalDate 0113 InterpretationApprovalTime 0114 PhysicianApprovingInterpretation
    0115 InterpretationDiagnosisDescription 0117 InterpretationDiagnosisCodeSequence 0118 ResultsDistributionListSequence
    0119 DistributionName 011a DistributionAddress 0200 InterpretationID 0202 InterpretationIDIssuer
    0210 InterpretationTypeID 0212 InterpretationStatusID 0300 Impressions 4000 ResultsComments`,
  '4010': `
    0001 LowEnergyDetectors 0002 HighEnergyDetectors 0004 DetectorGeometrySequence 1001 ThreatROIVoxelSequence
    1004 ThreatROIBase 1005 ThreatROIExtents 1006 ThreatROIBitmap 1007 RouteSegmentID 1008 GantryType 1009 OOIOwnerType
    100a RouteSegmentSequence 1010 PotentialThreatObjectID 1011 ThreatSequence 1012 ThreatCategory
    1013 ThreatCategoryDescription 1014 ATDAbilityAssessment 1015 ATDAssessmentFlag 1016 ATDAssessmentProbability 1017 Mass
    1018 Density 1019 ZEffective 101a BoardingPassID 101b CenterOfMass 101c CenterOfPTO 101d BoundingPolygon
    101e RouteSegmentStartLocationID 101f RouteSegmentEndLocationID 1020 RouteSegmentLocationIDType 1021 AbortReason
    1023 VolumeOfPTO 1024 AbortFlag 1025 RouteSegmentStartTime 1026 RouteSegmentEndTime 1027 TDRType
    1028 InternationalRouteSegment 1029 ThreatDetectionAlgorithmAndVersion 102a AssignedLocation 102b AlarmDecisionTime
    1031 AlarmDecision 1033 NumberOfTotalObjects 1034 NumberOfAlarmObjects 1037 PTORepresentationSequence
    1038 ATDAssessmentSequence 1039 TIPType 103a DICOSVersion 1041 OOIOwnerCreationTime 1042 OOIType 1043 OOISize
    1044 AcquisitionStatus 1045 BasisMaterialsCodeSequence 1046 PhantomType 1047 OOIOwnerSequence 1048 ScanType
    1051 ItineraryID 1052 ItineraryIDType 1053 ItineraryIDAssigningAuthority 1054 RouteID 1055 RouteIDAssigningAuthority
    1056 InboundArrivalType 1058 CarrierID 1059 CarrierIDAssigningAuthority 1060 SourceOrientation 1061 SourcePosition
    1062 BeltHeight 1064 AlgorithmRoutingCodeSequence 1067 TransportClassification 1068 OOITypeDescriptor
    1069 TotalProcessingTime 106c DetectorCalibrationData 106d AdditionalScreeningPerformed
    106e AdditionalInspectionSelectionCriteria 106f AdditionalInspectionMethodSequence 1070 AITDeviceType
    1071 QRMeasurementsSequence 1072 TargetMaterialSequence 1073 SNRThreshold 1075 ImageScaleRepresentation
    1076 ReferencedPTOSequence 1077 ReferencedTDRInstanceSequence 1078 PTOLocationDescription
    1079 AnomalyLocatorIndicatorSequence 107a AnomalyLocatorIndicator 107b PTORegionSequence
    107c InspectionSelectionCriteria 107d SecondaryInspectionMethodSequence 107e PRCSToRCSOrientation`,
  '4ffe': `
    0001 MACParametersSequence`,
  '5200': `
    9229 SharedFunctionalGroupsSequence 9230 PerFrameFunctionalGroupsSequence`,
  '5400': `
    0100 WaveformSequence 0110 ChannelMinimumValue 0112 ChannelMaximumValue 1004 WaveformBitsAllocated
    1006 WaveformSampleInterpretation 100a WaveformPaddingValue 1010 WaveformData`,
  '5600': `
    0010 FirstOrderPhaseCorrectionAngle 0020 SpectroscopyData`,
  '7fe0': `
    0001 ExtendedOffsetTable 0002 ExtendedOffsetTableLengths 0008 FloatPixelData 0009 DoubleFloatPixelData 0010 PixelData
    0020 CoefficientsSDVN 0030 CoefficientsSDHN 0040 CoefficientsSDDN`,
  fffa: `
    fffa DigitalSignaturesSequence`,
  fffc: `
    fffc DataSetTrailingPadding`,
  fffe: `
    e000 Item e00d ItemDelimitationItem e0dd SequenceDelimitationItem`,
};
