import type { PairingWords } from "../../en/wall/pairing";

export const pairing: PairingWords = {
  title: "Esta tela ainda não foi liberada",
  code: (signs) => `Código: ${signs}`,
  enter: "No seu computador, digite este código em Configurações → Telas:",
  goodFor: "Vale por dez minutos; depois surge um novo sozinho",
  noServer: "Não é possível acessar o servidor; esta tela continua tentando",
  tooMany: "Muitas telas aguardam liberação; um código surgirá aqui sozinho",
  noCookies: "Este navegador não guarda cookies; sem eles, não pode ser liberado",
  letIn: "Liberada; o painel aparece em instantes",
  signIn: "Entrar com uma conta",
};
