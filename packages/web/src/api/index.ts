export * from './cases.ts';
export * from './people.ts';
export { ApiProblem, casePath, json, request, speakProblems } from './request.ts';
