import type { OwnWords } from "../../en/settings/own";

export const own: OwnWords = {
  you: "Você",
  name: "Nome",
  role: "Função",
  queues: "Filas",
  allQueues: "Todas as filas",
  signsIn: "Entrada",
  byPassword: "Com nome e senha",
  byCompany: "Pela sua empresa, que também guarda sua senha",
  open: "O que está aberto para você",
  whoChanges: "Quem administra o Pickup pode mudar sua função e o que está aberto para você.",
  password: "Trocar a senha",
  everywhere:
    "Ao trocá-la, sua sessão termina em todos os outros aparelhos. É assim também que se sai de um aparelho que você não tem mais.",
  current: "Senha atual",
  next: "Nova senha",
  again: "Repita a nova senha",
  submit: "Trocar e sair dos outros aparelhos",
  writeCurrent: "Digite sua senha atual.",
  wrongCurrent: "Esta não é sua senha atual.",
  changed: "Sua senha foi trocada. Você saiu de todos os outros aparelhos.",
};
