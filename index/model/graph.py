"""Authors the ONNX graph of a BERT encoder whose weights stay where they are: in a safetensors file.

A safetensors file is a header and then plain little-endian arrays, so every initialiser here is ONNX *external
data* that points into it. The graph widens float16 to float32, transposes and joins the projection matrices;
ONNX Runtime folds these constants once, at load. Of the word table only the rows looked up are widened.
Attention, SkipLayerNormalization and BiasGelu are ONNX Runtime's own fused operators (domain com.microsoft).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import onnx
from onnx import TensorProto, helper

MICROSOFT = "com.microsoft"
OPSETS = {"": 17, MICROSOFT: 1}
IR_VERSION = 8  # the one that belongs to opset 17: old runtimes read it
INPUTS = ("input_ids", "attention_mask")


@dataclass(frozen=True, slots=True)
class StoredTensor:
    """Where one float16 tensor lies in the weight file: its shape, and offset and length in bytes."""

    shape: tuple[int, ...]
    offset: int
    length: int


@dataclass(slots=True)
class _Graph:
    """Nodes and initialisers while they are put together."""

    weights: Mapping[str, StoredTensor]
    location: str
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    initialisers: list[onnx.TensorProto] = field(default_factory=list)

    def add(self, kind: str, *inputs: str, result: str, domain: str = "", **attributes: object) -> str:
        node = helper.make_node(kind, list(inputs), [result], name=result, domain=domain, **attributes)
        self.nodes.append(node)
        return result

    def stored(self, name: str) -> str:
        """The float16 tensor as it lies in the weight file."""
        where = self.weights[name]
        tensor = onnx.TensorProto(
            name=name,
            data_type=TensorProto.FLOAT16,
            dims=where.shape,
            data_location=onnx.TensorProto.EXTERNAL,
        )
        for key, value in (("location", self.location), ("offset", where.offset), ("length", where.length)):
            tensor.external_data.add(key=key, value=str(value))
        self.initialisers.append(tensor)
        return name

    def wide(self, name: str) -> str:
        """The tensor in float32."""
        return self.add("Cast", self.stored(name), result=f"{name}/wide", to=TensorProto.FLOAT)

    def matrix(self, name: str) -> str:
        """The weight of a linear layer as (inputs, outputs): torch stores it the other way round."""
        return self.add("Transpose", self.wide(name), result=f"{name}/matrix", perm=[1, 0])

    def integers(self, name: str, values: list[int], scalar: bool = False) -> str:
        shape = [] if scalar else [len(values)]
        self.initialisers.append(helper.make_tensor(name, TensorProto.INT64, shape, values))
        return name


def author(weights: Mapping[str, StoredTensor], location: str, layers: int, heads: int, eps: float) -> bytes:
    """The serialised graph: `input_ids` and `attention_mask` (batch, tokens) → `last_hidden_state`.

    `weights` names the tensors as `transformers.BertModel` does; `location` is the name of the weight file, which
    lies beside the graph.
    """
    graph = _Graph(weights, location)
    hidden = _embeddings(graph, eps)
    mask = graph.add("Cast", "attention_mask", result="mask", to=TensorProto.INT32)
    for number in range(layers):
        output = "last_hidden_state" if number == layers - 1 else f"layer.{number}/output"
        hidden = _layer(graph, f"encoder.layer.{number}", hidden, mask, heads, eps, output)
    tokens = ["batch", "tokens"]
    width = weights["embeddings.LayerNorm.weight"].shape[0]
    body = helper.make_graph(
        graph.nodes,
        "encoder",
        [helper.make_tensor_value_info(name, TensorProto.INT64, tokens) for name in INPUTS],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [*tokens, width])],
        graph.initialisers,
    )
    opsets = [helper.make_opsetid(domain, version) for domain, version in OPSETS.items()]
    model = helper.make_model(body, opset_imports=opsets, ir_version=IR_VERSION)
    return model.SerializeToString(deterministic=True)


def _embeddings(graph: _Graph, eps: float) -> str:
    table = graph.stored("embeddings.word_embeddings.weight")
    words = graph.add("Gather", table, "input_ids", result="words/stored")
    words = graph.add("Cast", words, result="words", to=TensorProto.FLOAT)
    first = graph.integers("first_type", [0], scalar=True)
    kind = graph.add("Gather", graph.wide("embeddings.token_type_embeddings.weight"), first, result="type")
    places = graph.add("Add", graph.wide("embeddings.position_embeddings.weight"), kind, result="places/all")
    length = graph.add("Shape", "input_ids", result="length", start=1, end=2)
    start, axis = graph.integers("start", [0]), graph.integers("axis", [0])
    places = graph.add("Slice", places, start, length, axis, result="places")
    total = graph.add("Add", words, places, result="embeddings/sum")
    scale, shift = (graph.wide(f"embeddings.LayerNorm.{part}") for part in ("weight", "bias"))
    return graph.add("LayerNormalization", total, scale, shift, result="embeddings/output", epsilon=eps)


def _layer(graph: _Graph, name: str, hidden: str, mask: str, heads: int, eps: float, output: str) -> str:
    attended = _attention(graph, f"{name}.attention.self", hidden, mask, heads)
    hidden = _dense_and_norm(graph, f"{name}.attention.output", attended, hidden, eps, f"{name}/attended")
    weight = graph.matrix(f"{name}.intermediate.dense.weight")
    bias = graph.wide(f"{name}.intermediate.dense.bias")
    middle = graph.add("MatMul", hidden, weight, result=f"{name}/middle/linear")
    middle = graph.add("BiasGelu", middle, bias, result=f"{name}/middle", domain=MICROSOFT)
    return _dense_and_norm(graph, f"{name}.output", middle, hidden, eps, output)


def _attention(graph: _Graph, name: str, hidden: str, mask: str, heads: int) -> str:
    parts = ("query", "key", "value")
    weights = [graph.matrix(f"{name}.{part}.weight") for part in parts]
    biases = [graph.wide(f"{name}.{part}.bias") for part in parts]
    weight = graph.add("Concat", *weights, result=f"{name}/weight", axis=1)
    bias = graph.add("Concat", *biases, result=f"{name}/bias", axis=0)
    return graph.add(
        "Attention", hidden, weight, bias, mask, result=f"{name}/output", domain=MICROSOFT, num_heads=heads
    )


def _dense_and_norm(graph: _Graph, name: str, inner: str, residual: str, eps: float, output: str) -> str:
    linear = graph.add("MatMul", inner, graph.matrix(f"{name}.dense.weight"), result=f"{name}/linear")
    scale, shift = (graph.wide(f"{name}.LayerNorm.{part}") for part in ("weight", "bias"))
    bias = graph.wide(f"{name}.dense.bias")
    return graph.add(
        "SkipLayerNormalization",
        linear, residual, scale, shift, bias,
        result=output, domain=MICROSOFT, epsilon=eps,
    )  # fmt: skip
