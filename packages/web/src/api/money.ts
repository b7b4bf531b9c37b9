import type { CaseMoney, CheckoutPage, InsurerAnswer, LedgerView } from '@overread/contract/money.ts';
import type { PriceList } from '@overread/rules/case/state.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { casePath, json, request } from './request.ts';

const moneyKeys = {
  ofCase: (caseId: string, version: number) => ['case', caseId, 'money', version] as const,
  prices: ['prices'] as const,
  ledger: (before: number | null) => ['ledger', before] as const,
};

/** The money of a case; asked again when the case has a new version. */
export function useCaseMoney({ id, version }: { readonly id: string; readonly version: number }) {
  return useQuery({
    queryKey: moneyKeys.ofCase(id, version),
    queryFn: () => request<CaseMoney>(casePath(id, '/money')),
    placeholderData: (before) => before,
  });
}

/** Opens the page for paying by card and goes there. */
export function usePayByCard(caseId: string) {
  return useMutation({
    mutationFn: () => request<CheckoutPage>(casePath(caseId, '/checkout'), json('POST', {})),
    onSuccess: ({ url }) => window.location.assign(url),
  });
}

/** Reads an answer of an insurer that was pasted. */
export function useReadAnswer(caseId: string) {
  return useMutation({
    mutationFn: (text: string) => request<InsurerAnswer>(casePath(caseId, '/insurer/answer'), json('POST', { text })),
  });
}

export function usePrices() {
  return useQuery({ queryKey: moneyKeys.prices, queryFn: () => request<PriceList>('/api/prices') });
}

export function useSetPrices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (list: PriceList) => request<PriceList>('/api/prices', json('PUT', list)),
    // The practice's page of services shows the same prices.
    onSuccess: () => client.invalidateQueries(),
  });
}

/** The trial balance and the entries before a place; the last ones for null. */
export function useLedger(before: number | null) {
  return useQuery({
    queryKey: moneyKeys.ledger(before),
    queryFn: () => request<LedgerView>(`/api/ledger${before === null ? '' : `?before=${before}`}`),
    placeholderData: (last) => last,
  });
}
